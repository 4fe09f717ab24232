drop view if exists due_closure_approved cascade;
create view due_closure_approved with (security_invoker = true) as
select c.service_id, c.child_id as child_id, c.involvement_id as involvement_id, c.id as subject_id,
  'closure-approval' as standard, 'Approve the closure or send it back' as what, 'manager' as owed_by, s.manager_id as owner_id,
  c.submitted_on as started_on, d.due_on as due_on, c.approved_on as done_on, null::date as stopped_on, 'closure' as link_kind
from closure c
left join staff s on s.service_id = c.service_id and s.id = c.submitted_by
cross join lateral due_day(c.service_id, 'closure-approval', c.submitted_on) d
where c.status in ('submitted', 'approved') and c.submitted_on is not null;
comment on view due_closure_approved is 'A manager approves a closure that was sent in, or sends it back.';
