drop view if exists due_audit_case_read cascade;
create view due_audit_case_read with (security_invoker = true) as
select r.service_id, r.child_id as child_id, null::uuid as involvement_id, r.id as subject_id,
  'audit-reading' as standard, format('Read the case for the audit “%s”', a.title) as what, 'named' as owed_by, r.reader_id as owner_id,
  british_day(r.created_at) as started_on, a.due_on as due_on, r.done_on as done_on, null::date as stopped_on, 'audit-reading' as link_kind
from audit_reading r
join audit a on a.service_id = r.service_id and a.id = r.audit_id
where a.status = 'reading' or r.done_on is not null;
comment on view due_audit_case_read is 'A case that was given to somebody to read is read by the day of its audit.';
