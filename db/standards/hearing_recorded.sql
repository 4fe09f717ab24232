drop view if exists due_hearing_recorded cascade;
create view due_hearing_recorded with (security_invoker = true) as
select h.service_id, h.child_id as child_id, null::uuid as involvement_id, h.id as subject_id,
  'hearing-result' as standard, 'Record what happened at the hearing: ' || coalesce(t.label, h.kind) as what,
  case when h.covered_by is null then 'worker' else 'named' end as owed_by, h.covered_by as owner_id,
  (h.listed_on + 1)::timestamp at time zone 'Europe/London' as starts_at,
  h.listed_on as started_on, d.due_on as due_on,
  case when h.state <> 'vacated' then h.recorded_on end as done_on, case when h.state = 'vacated' then h.recorded_on end as stopped_on, 'hearing' as link_kind
from hearing h
left join reference_code t on t.list = 'hearing_kind' and t.code = h.kind
cross join lateral due_day(h.service_id, 'hearing-result', h.listed_on) d;
comment on view due_hearing_recorded is 'What happened at a hearing is recorded by the next working day: by who covered it, else by the child''s worker.';
