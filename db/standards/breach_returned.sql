drop view if exists due_breach_returned cascade;
create view due_breach_returned with (security_invoker = true) as
select b.service_id, b.child_id as child_id, o.involvement_id as involvement_id, b.id as subject_id,
  'sent-back' as standard, 'What was proposed about an order came back: ' || b.manager_note as what, 'worker' as owed_by, null::uuid as owner_id,
  b.returned_on as started_on, d.due_on as due_on, null::date as done_on, null::date as stopped_on, 'breach' as link_kind
from breach b
join court_order o on o.service_id = b.service_id and o.id = b.order_id
cross join lateral due_day(b.service_id, 'sent-back', b.returned_on) d
where b.status = 'returned';
comment on view due_breach_returned is 'What a manager sent back about an order that was not kept is mended and proposed again by the worker.';
