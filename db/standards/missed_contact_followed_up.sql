drop view if exists due_missed_contact_followed_up cascade;
create view due_missed_contact_followed_up with (security_invoker = true) as
select c.service_id, c.child_id as child_id, c.involvement_id as involvement_id, c.id as subject_id,
  'missed-contact-follow-up' as standard, 'Follow up the missed appointment' as what, 'worker' as owed_by, c.worker_id as owner_id,
  british_day(c.held_at) as started_on, d.due_on as due_on, f.day as done_on, null::date as stopped_on, 'contact' as link_kind
from reference_code missed
join contact c on c.attendance = missed.code and c.status = 'recorded'
cross join lateral due_day(c.service_id, 'missed-contact-follow-up', british_day(c.held_at)) d
left join lateral (
  select british_day(n.held_at) as day from contact n
  where n.service_id = c.service_id and n.child_id = c.child_id and n.status = 'recorded'
    and coalesce(n.held_at, n.planned_at) > c.held_at
    and (n.parent_spoken_to or exists (
      select 1 from reference_code k where k.list = 'attendance' and k.code = n.attendance and k.attributes ->> 'attended' = 'true'))
  order by coalesce(n.held_at, n.planned_at) limit 1) f on true
where missed.list = 'attendance' and missed.attributes ->> 'counts_as_missed' = 'true'
  and (f.day is not null or exists (
    select 1 from live_work w where w.service_id = c.service_id and w.child_id = c.child_id));
comment on view due_missed_contact_followed_up is 'A contact missed without good reason is followed by another attempt that reached somebody: by whoever works with the child now.';
