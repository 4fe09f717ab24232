drop view if exists due_report_gatekept cascade;
create view due_report_gatekept with (security_invoker = true) as
select r.service_id, r.child_id as child_id, null::uuid as involvement_id, r.id as subject_id,
  'report-gatekeeping' as standard, 'Approve it or send it back: ' || lower(coalesce(k.label, r.kind)) as what,
  'manager' as owed_by, s.manager_id as owner_id,
  r.sent_on as started_on, d.due_on as due_on, r.approved_on as done_on, r.not_needed_on as stopped_on, 'court-report-check' as link_kind
from court_report r
left join reference_code k on k.list = 'court_report_kind' and k.code = r.kind
left join staff s on s.service_id = r.service_id and s.id = r.sent_by
cross join lateral due_day(r.service_id, 'report-gatekeeping', r.sent_on) d
where r.sent_on is not null and r.status <> 'returned';
comment on view due_report_gatekept is 'A manager who did not write a report approves it or sends it back.';
