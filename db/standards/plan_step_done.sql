drop view if exists due_plan_step_done cascade;
create view due_plan_step_done with (security_invoker = true) as
select p.service_id, p.child_id as child_id, null::uuid as involvement_id, p.id as subject_id,
  'plan-step-due' as standard, format('Plan step (%s): %s', s.who, s.text) || case when s.open > 1 then format(' (and %s more to do)', s.open - 1) else '' end as what, 'worker' as owed_by, null::uuid as owner_id,
  p.agreed_on as started_on, s.by_on as due_on, null::date as done_on, null::date as stopped_on, 'plan' as link_kind
from plan p
cross join lateral (
  select l.text, l.who, l.by_on, count(*) over () as open
  from plan_line l
  where l.service_id = p.service_id and l.plan_id = p.id and l.kind in ('step', 'exit', 'safety', 'victim-safety') and l.by_on is not null and l.status = 'open'
  order by l.by_on, l.position, l.id limit 1) s
where p.status = 'agreed'
union all
select l.service_id, l.child_id as child_id, null::uuid as involvement_id, l.id as subject_id,
  'plan-step-due' as standard, format('Plan step (%s): %s', l.who, l.text) as what, 'worker' as owed_by, null::uuid as owner_id,
  p.agreed_on as started_on, l.by_on as due_on, l.status_on as done_on, null::date as stopped_on, 'plan' as link_kind
from plan_line l
join plan p on p.service_id = l.service_id and p.id = l.plan_id
where l.kind in ('step', 'exit', 'safety', 'victim-safety') and l.by_on is not null and p.agreed_on is not null and l.status = 'done';
comment on view due_plan_step_done is 'Each step of an agreed plan is done, changed or stopped by its day. The worker sees to it, whoever does the step. What is open is one row a plan: its next step, with how many follow it.';
