drop view if exists due_high_level_looked_at cascade;
create view due_high_level_looked_at with (security_invoker = true) as
select a.service_id, a.child_id as child_id, null::uuid as involvement_id, a.id as subject_id,
  'risk-look' as standard, 'A new high level: look at what keeps the child and others safe, and write what you direct' as what, 'manager' as owed_by, s.manager_id as owner_id,
  a.signed_on as started_on, d.due_on as due_on, l.day as done_on, null::date as stopped_on, 'oversight' as link_kind
from assessment a
left join staff s on s.service_id = a.service_id and s.id = a.submitted_by
cross join lateral due_day(a.service_id, 'risk-look', a.signed_on) d
left join lateral (
  select min(e.entered_on) as day from oversight_entry e
  where e.service_id = a.service_id and e.child_id = a.child_id and a.id = any (e.looked_at) and e.entered_on >= a.signed_on) l on true
where a.status = 'signed' and a.signed_on is not null
  and (a.safety_level in ('high', 'very-high') or a.harm_level in ('high', 'very-high'))
  and not exists (
    select 1 from assessment b
    where b.service_id = a.service_id and b.child_id = a.child_id and b.status = 'signed' and b.signed_on < a.signed_on
      and (b.safety_level in ('high', 'very-high') or b.harm_level in ('high', 'very-high')))
  and (l.day is not null or exists (
    select 1 from live_work w where w.service_id = a.service_id and w.child_id = a.child_id));
comment on view due_high_level_looked_at is 'While somebody works with the child, a level of safety that is high for the first time is looked at by a manager, in an entry or a countersignature that says so.';
