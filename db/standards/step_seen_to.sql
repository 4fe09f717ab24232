drop view if exists due_step_seen_to cascade;
create view due_step_seen_to with (security_invoker = true) as
select s.service_id, s.child_id as child_id, null::uuid as involvement_id, s.id as subject_id,
  'work-step' as standard, coalesce(k.label, s.kind) as what,
  case when s.owner_id is null then 'manager' else 'named' end as owed_by, s.owner_id as owner_id,
  s.begun_on as started_on, coalesce(s.due_on, d.due_on) as due_on, s.closed_on as done_on, null::date as stopped_on, 'work-step' as link_kind
from work_step s
left join reference_code k on k.list = 'work_step_kind' and k.code = s.kind
cross join lateral due_day(s.service_id, 'work-step', s.begun_on) d;
comment on view due_step_seen_to is 'What follows a charge, a court, bail, a transfer or a decision of police is seen to by whoever has it, or by a manager where nobody works with the child.';
