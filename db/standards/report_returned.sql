drop view if exists due_report_returned cascade;
create view due_report_returned with (security_invoker = true) as
select r.service_id, r.child_id as child_id, null::uuid as involvement_id, r.id as subject_id,
  'sent-back' as standard, 'The report came back: ' || r.manager_note as what,
  case when r.author_id is null then 'worker' else 'named' end as owed_by, r.author_id as owner_id,
  r.returned_on as started_on, d.due_on as due_on, null::date as done_on, null::date as stopped_on, 'court-report' as link_kind
from court_report r
cross join lateral due_day(r.service_id, 'sent-back', r.returned_on) d
where r.status = 'returned';
comment on view due_report_returned is 'A report that a manager sent back is mended and sent again by its author.';
