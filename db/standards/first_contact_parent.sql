drop view if exists due_first_contact_parent cascade;
create view due_first_contact_parent with (security_invoker = true) as
select r.service_id, r.child_id as child_id, null::uuid as involvement_id, r.id as subject_id,
  'first-contact-parent' as standard, case when exists (
    select 1 from met b where b.service_id = r.service_id and b.child_id = r.child_id and b.parent_met and b.at < r.referred_on::timestamp at time zone 'Europe/London')
  then 'Speak with a parent or carer about the new referral' else 'Speak with a parent or carer for the first time' end as what, 'worker' as owed_by, r.allocated_to as owner_id,
  r.allocated_on as started_on, d.due_on as due_on, f.day as done_on, least(s.stopped_on, r.no_parent_on) as stopped_on, 'contact-record' as link_kind
from referral r
cross join lateral due_day(r.service_id, 'first-contact-parent', r.allocated_on) d
cross join lateral referral_stop(r.service_id, r.child_id, r.state, coalesce(r.closed_on, r.triaged_on, r.received_on)) s
left join lateral (
  select m.day from met m
  where m.service_id = r.service_id and m.child_id = r.child_id and m.parent_met and m.at >= r.referred_on::timestamp at time zone 'Europe/London'
  order by m.at limit 1) f on true
where r.allocated_on is not null;
comment on view due_first_contact_parent is 'A parent or carer is spoken to soon after the child is allocated, unless there is none to meet. Whom the service has spoken with before is spoken with about what is new.';
