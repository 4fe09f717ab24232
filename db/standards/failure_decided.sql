drop view if exists due_failure_decided cascade;
create view due_failure_decided with (security_invoker = true) as
select f.service_id, f.child_id as child_id, o.involvement_id as involvement_id, f.id as subject_id,
  'failure-decision' as standard, 'Decide whether it is acceptable: ' || f.what as what, 'worker' as owed_by, null::uuid as owner_id,
  f.happened_on as started_on, d.due_on as due_on, f.decided_on as done_on, o.ended_on as stopped_on, 'failure' as link_kind
from failure_to_comply f
join court_order o on o.service_id = f.service_id and o.id = f.order_id
cross join lateral due_day(f.service_id, 'failure-decision', f.happened_on) d;
comment on view due_failure_decided is 'Of each failure to keep an order it is decided whether there was a good reason, or that it is not pursued.';
