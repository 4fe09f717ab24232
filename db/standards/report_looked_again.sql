drop view if exists due_report_looked_again cascade;
create view due_report_looked_again with (security_invoker = true) as
select r.service_id, r.child_id as child_id, null::uuid as involvement_id, r.id as subject_id,
  'report-again' as standard, 'Look at it again, there is a new charge, order or assessment: ' || lower(coalesce(k.label, r.kind)) as what,
  case when r.author_id is null then 'worker' else 'named' end as owed_by, r.author_id as owner_id,
  c.on_day as started_on, d.due_on as due_on, null::date as done_on,
  case when h.state in ('held', 'adjourned') then greatest(h.recorded_on, c.on_day) end as stopped_on, 'court-report' as link_kind
from court_report r
left join reference_code k on k.list = 'court_report_kind' and k.code = r.kind
left join hearing h on h.service_id = r.service_id and h.id = r.hearing_id
cross join lateral (select min(x.day) as on_day from (
  select british_day(g.created_at) as day from charge g where g.service_id = r.service_id and g.child_id = r.child_id and british_day(g.created_at) > r.approved_on
  union all
  select british_day(o.created_at) from court_order o where o.service_id = r.service_id and o.child_id = r.child_id and british_day(o.created_at) > r.approved_on
    and o.made_on is distinct from h.listed_on
  union all
  select a.signed_on from assessment a where a.service_id = r.service_id and a.child_id = r.child_id and a.status = 'signed' and a.signed_on > r.approved_on) x) c
cross join lateral due_day(r.service_id, 'report-again', c.on_day) d
where r.status = 'approved' and c.on_day is not null;
comment on view due_report_looked_again is 'An approved report is looked at again where a charge, an order or an assessment has come since, until its hearing has been.';
