drop view if exists due_home_lost_looked_at cascade;
create view due_home_lost_looked_at with (security_invoker = true) as
select h.service_id, h.child_id as child_id, null::uuid as involvement_id, h.id as subject_id,
  'home-lost-look' as standard, 'The child has no home of their own: look at where they sleep, and write what you direct' as what, 'manager' as owed_by, null::uuid as owner_id,
  h.valid_from as started_on, d.due_on as due_on, l.day as done_on, case when l.day is null then h.valid_to end as stopped_on, 'oversight' as link_kind
from child_address h
cross join lateral due_day(h.service_id, 'home-lost-look', h.valid_from) d
left join lateral (
  select min(e.entered_on) as day from oversight_entry e
  where e.service_id = h.service_id and e.child_id = h.child_id and h.id = any (e.looked_at) and e.entered_on >= h.valid_from) l on true
where h.accommodation_type in ('sofa-surfing', 'street-homeless')
  and exists (select 1 from live_work v where v.service_id = h.service_id and v.child_id = h.child_id);
comment on view due_home_lost_looked_at is 'A child who sofa-surfs or has nowhere to live is looked at by a manager, in an entry that says so.';
