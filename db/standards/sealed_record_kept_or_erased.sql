drop view if exists due_sealed_record_kept_or_erased cascade;
create view due_sealed_record_kept_or_erased with (security_invoker = true) as
select t.service_id, t.child_id as child_id, null::uuid as involvement_id, x.id as subject_id,
  'record-retention' as standard, 'The time for keeping a restricted record is over, and nobody on its list can erase or keep it: put somebody there who can' as what,
  'head' as owed_by, null::uuid as owner_id, (t.kept_until + 1)::timestamp at time zone 'Europe/London' as starts_at,
  t.ended_on as started_on, t.kept_until + 1 as due_on, null::date as done_on, null::date as stopped_on, 'sealed-list' as link_kind
from record_time t
join restricted_record x on x.service_id = t.service_id and x.child_id = t.child_id and x.ended_on is null
where not exists (
  select 1 from relationship r join staff s on s.service_id = r.service_id and s.id = r.staff_id
  where r.service_id = t.service_id and r.child_id = t.child_id and r.kind = 'named-list' and r.ends_at is null
    and s.active_to is null and role_may(s.role, 'record.erase'));
comment on view due_sealed_record_kept_or_erased is 'A restricted record whose time is over, with nobody on its list who may erase it, waits for whoever keeps the lists; they are told of no child.';
