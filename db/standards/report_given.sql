drop view if exists due_report_given cascade;
create view due_report_given with (security_invoker = true) as
select r.service_id, r.child_id as child_id, null::uuid as involvement_id, r.id as subject_id,
  'report-given' as standard, 'Give it to the court: ' || lower(coalesce(k.label, r.kind)) as what,
  case when r.author_id is null then 'worker' else 'named' end as owed_by, r.author_id as owner_id,
  r.approved_on as started_on, greatest(r.approved_on, b.due_on) as due_on, g.given_on as done_on,
  h.recorded_on as stopped_on, 'court-report' as link_kind
from court_report r
join hearing h on h.service_id = r.service_id and h.id = r.hearing_id
left join reference_code k on k.list = 'court_report_kind' and k.code = r.kind
left join lateral (select min(d.given_on) as given_on from disclosure d
  where d.service_id = r.service_id and d.report_id = r.id and d.given_on >= r.approved_on) g on true
cross join lateral due_before(r.service_id, 'report-given', h.listed_on) b
where r.approved_on is not null;
comment on view due_report_given is 'An approved report is given to the court before its hearing, by its author.';
