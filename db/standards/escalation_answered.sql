drop view if exists due_escalation_answered cascade;
create view due_escalation_answered with (security_invoker = true) as
select e.service_id, e.child_id as child_id, null::uuid as involvement_id, e.id as subject_id,
  'escalation-answer-' || e.level as standard, 'Answer the escalated decision' as what, 'manager' as owed_by, null::uuid as owner_id,
  e.raised_on as started_on, e.due_on as due_on, e.resolved_on as done_on, null::date as stopped_on, 'escalation' as link_kind
from escalation e;
comment on view due_escalation_answered is 'A disagreement taken up a level is answered in time.';
