drop view if exists due_first_contact_parent cascade;
create view due_first_contact_parent with (security_invoker = true) as
select r.service_id, r.child_id as child_id, null::uuid as involvement_id, r.id as subject_id,
  'first-contact-parent' as standard, 'Speak with a parent or carer for the first time' as what, 'worker' as owed_by, r.allocated_to as owner_id,
  r.allocated_on as started_on, d.due_on as due_on, f.day as done_on, case
    when r.state in ('signposted', 'closed') then coalesce(r.closed_on, r.triaged_on, r.received_on)
    when r.state = 'decided' and not exists (
      select 1 from involvement v where v.service_id = r.service_id and v.child_id = r.child_id and v.ended_on is null)
    then r.received_on
  end as stopped_on, 'contact-record' as link_kind
from referral r
cross join lateral due_day(r.service_id, 'first-contact-parent', r.allocated_on) d
left join lateral (
  select british_day(c.held_at) as day from contact c
  where c.service_id = r.service_id and c.child_id = r.child_id and c.status = 'recorded' and c.parent_spoken_to
    and coalesce(c.held_at, c.planned_at) >= r.referred_on::timestamp at time zone 'Europe/London'
  order by coalesce(c.held_at, c.planned_at) limit 1) f on true
where r.allocated_on is not null;
comment on view due_first_contact_parent is 'A parent or carer is spoken to soon after the child is allocated.';
grant select on due_first_contact_parent to foothold_staff;
