drop view if exists due_hearing_covered cascade;
create view due_hearing_covered with (security_invoker = true) as
select h.service_id, h.child_id as child_id, null::uuid as involvement_id, h.id as subject_id,
  'hearing-cover' as standard, 'Say who covers the hearing: ' || coalesce(t.label, h.kind) as what, 'manager' as owed_by, null::uuid as owner_id,
  british_day(h.created_at) as started_on, greatest(british_day(h.created_at), d.due_on) as due_on,
  h.covered_on as done_on, case when h.state <> 'expected' then h.recorded_on end as stopped_on, 'hearing' as link_kind
from hearing h
left join reference_code t on t.list = 'hearing_kind' and t.code = h.kind
cross join lateral due_before(h.service_id, 'hearing-cover', h.listed_on) d;
comment on view due_hearing_covered is 'Before a hearing somebody of the service is named who goes.';
