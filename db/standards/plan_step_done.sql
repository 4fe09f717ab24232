drop view if exists due_plan_step_done cascade;
create view due_plan_step_done with (security_invoker = true) as
select l.service_id, l.child_id as child_id, null::uuid as involvement_id, l.id as subject_id,
  'plan-step-due' as standard, 'Plan step: ' || l.text as what, 'worker' as owed_by, null::uuid as owner_id,
  p.agreed_on as started_on, l.by_on as due_on, case when l.status = 'done' then l.status_on end as done_on,
  coalesce(case when l.status in ('changed', 'stopped') then l.status_on end, p.ended_on) as stopped_on, 'plan' as link_kind
from plan_line l
join plan p on p.service_id = l.service_id and p.id = l.plan_id
where l.by_on is not null and p.agreed_on is not null;
comment on view due_plan_step_done is 'Each step of an agreed plan is done, changed or stopped by its day. The worker sees to it, whoever does the step.';
grant select on due_plan_step_done to foothold_staff;
