drop view if exists due_report_written cascade;
create view due_report_written with (security_invoker = true) as
select r.service_id, r.child_id as child_id, null::uuid as involvement_id, r.id as subject_id,
  coalesce(k.attributes ->> 'limit', 'report-short') as standard, 'Write it and send it to a manager: ' || lower(coalesce(k.label, r.kind)) as what,
  case when r.author_id is null then 'worker' else 'named' end as owed_by, r.author_id as owner_id,
  f.day as started_on, least(d.due_on, greatest(f.day, b.due_on)) as due_on, r.sent_on as done_on, r.not_needed_on as stopped_on, 'court-report' as link_kind
from court_report r
left join reference_code k on k.list = 'court_report_kind' and k.code = r.kind
left join hearing h on h.service_id = r.service_id and h.id = r.hearing_id
cross join lateral (select coalesce(r.opened_again_on, r.asked_on) as day) f
cross join lateral due_day(r.service_id, coalesce(k.attributes ->> 'limit', 'report-short'), f.day) d
left join lateral due_before(r.service_id, 'report-ready', h.listed_on) b on true;
comment on view due_report_written is 'A report is written and sent to a manager in the time of its kind, and some days before its hearing: by its author, else by the child''s worker.';
