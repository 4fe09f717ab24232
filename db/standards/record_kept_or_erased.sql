drop view if exists due_record_kept_or_erased cascade;
create view due_record_kept_or_erased with (security_invoker = true) as
select t.service_id, t.child_id as child_id, null::uuid as involvement_id, t.child_id as subject_id,
  'record-retention' as standard, 'The time for keeping this record is over: erase it, or keep it for a reason until a day' as what,
  'head' as owed_by, null::uuid as owner_id, (t.kept_until + 1)::timestamp at time zone 'Europe/London' as starts_at,
  t.ended_on as started_on, t.kept_until + 1 as due_on, null::date as done_on, null::date as stopped_on, 'retention' as link_kind
from record_time t;
comment on view due_record_kept_or_erased is 'From the day after its time is over a record waits to be erased, or to be kept for a reason until another day.';
