drop view if exists due_action_done cascade;
create view due_action_done with (security_invoker = true) as
select a.service_id, a.child_id as child_id, null::uuid as involvement_id, a.id as subject_id,
  'action-due' as standard, a.what as what, 'named' as owed_by, a.owner_id as owner_id,
  british_day(a.created_at) as started_on, a.due_on as due_on, a.done_on as done_on, null::date as stopped_on, 'action' as link_kind
from action a;
comment on view due_action_done is 'What somebody promised, by the day now due.';
