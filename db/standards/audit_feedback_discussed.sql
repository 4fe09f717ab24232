drop view if exists due_audit_feedback_discussed cascade;
create view due_audit_feedback_discussed with (security_invoker = true) as
select f.service_id, f.child_id as child_id, null::uuid as involvement_id, f.id as subject_id,
  'audit-supervision' as standard, format('Talk through with %s what an audit of this case found', s.name) as what, 'manager' as owed_by, s.manager_id as owner_id,
  f.shared_on as started_on, d.due_on as due_on, f.discussed_on as done_on, null::date as stopped_on, 'audit-feedback' as link_kind
from audit_feedback f
join staff s on s.service_id = f.service_id and s.id = f.worker_id
cross join lateral due_day(f.service_id, 'audit-supervision', f.shared_on) d;
comment on view due_audit_feedback_discussed is 'What an audit found is talked through with the worker at their next supervision, by their manager.';
