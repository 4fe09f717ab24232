drop view if exists due_outcome_finished cascade;
create view due_outcome_finished with (security_invoker = true) as
select o.service_id, o.child_id as child_id, o.involvement_id as involvement_id, o.id as subject_id,
  coalesce(case when o.due_by is null then k.attributes ->> 'work_limit' end, 'outcome-work-due') as standard,
  'Record how it ended: ' || k.label as what, 'worker' as owed_by, null::uuid as owner_id,
  c.day as started_on, coalesce(o.due_by, d.due_on) as due_on, o.completed_on as done_on,
  case when n.status = 'replaced' then n.decided_on end as stopped_on, 'outcome' as link_kind
from disposal o
join decision n on n.service_id = o.service_id and n.id = o.decision_id
join reference_code k on k.list = 'outcome' and k.code = o.outcome
cross join lateral (select case k.attributes ->> 'work_counts_from' when 'decided' then o.decided_on else o.given_on end as day) c
left join lateral due_day(o.service_id, k.attributes ->> 'work_limit', c.day) d on true
where c.day is not null and coalesce(o.due_by, d.due_on) is not null;
comment on view due_outcome_finished is 'The work of an outcome is finished by the day set for it, or by the time that such an outcome gives; how it ended is recorded.';
