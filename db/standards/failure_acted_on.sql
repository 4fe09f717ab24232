drop view if exists due_failure_acted_on cascade;
create view due_failure_acted_on with (security_invoker = true) as
select f.service_id, f.child_id as child_id, o.involvement_id as involvement_id, f.id as subject_id,
  'failure-acted-on' as standard, 'Warn the child, or put it to whoever deals with it: ' || f.what as what, 'worker' as owed_by, null::uuid as owner_id,
  f.decided_on as started_on, d.due_on as due_on, coalesce(w.given_on, b.day, case when f.exceptional_reason <> '' then f.decided_on end) as done_on,
  o.ended_on as stopped_on, 'failure' as link_kind
from failure_to_comply f
join court_order o on o.service_id = f.service_id and o.id = f.order_id
cross join lateral due_day(f.service_id, 'failure-acted-on', f.decided_on) d
left join order_warning w on w.service_id = f.service_id and w.failure_id = f.id
left join lateral (
  select min(p.proposed_on) as day from breach p
  where p.service_id = f.service_id and p.child_id = f.child_id and f.id = any (p.relied_on) and p.status <> 'withdrawn') b on true
where f.decision = 'not-acceptable';
comment on view due_failure_acted_on is 'What was not kept without a good reason is followed by a warning, or goes to whoever deals with it.';
