drop view if exists due_exception_reviewed cascade;
create view due_exception_reviewed with (security_invoker = true) as
select g.service_id, g.child_id as child_id, null::uuid as involvement_id, g.id as subject_id,
  'exception-review' as standard, 'Review the exception' as what, 'manager' as owed_by, null::uuid as owner_id,
  g.recorded_on as started_on, d.due_on as due_on, g.reviewed_on as done_on, null::date as stopped_on, 'exception' as link_kind
from gate_exception g
cross join lateral due_day(g.service_id, 'exception-review', g.recorded_on) d;
comment on view due_exception_reviewed is 'A step passed by exception is looked at by a manager who did not make it.';
