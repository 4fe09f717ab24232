drop view if exists due_closure_returned cascade;
create view due_closure_returned with (security_invoker = true) as
select c.service_id, c.child_id as child_id, c.involvement_id as involvement_id, c.id as subject_id,
  'sent-back' as standard, 'The closing came back: ' || c.manager_note as what, 'worker' as owed_by, null::uuid as owner_id,
  c.returned_on as started_on, d.due_on as due_on, null::date as done_on, null::date as stopped_on, 'closing' as link_kind
from closure c
cross join lateral due_day(c.service_id, 'sent-back', c.returned_on) d
where c.status = 'open' and c.returned_on is not null;
comment on view due_closure_returned is 'A closing that a manager sent back is mended and sent in again by the worker.';
