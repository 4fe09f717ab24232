create view happened_court_report with (security_invoker = true) as
select r.service_id, r.child_id, r.id, e.happened_on, e.title || lower(coalesce(k.label, r.kind)) as title, e.detail, e.by_id, 'court-report'::text as link_kind
from court_report r
left join reference_code k on k.list = 'court_report_kind' and k.code = r.kind
cross join lateral (values
  (r.asked_on, 'Asked for: ', null::text, null::uuid),
  (r.sent_on, 'Sent to a manager: ', null, r.sent_by),
  (r.approved_on, 'Approved by a manager: ', null, r.approved_by),
  (r.opened_again_on, 'Opened to be looked at again: ', r.opened_again_why, null),
  (r.not_needed_on, 'Not needed: ', r.not_needed_why, null)) e (happened_on, title, detail, by_id)
where e.happened_on is not null;
comment on view happened_court_report is 'Court reports: what a court or a panel asked for, and how far it has come.';
