drop view if exists due_first_contact_child cascade;
create view due_first_contact_child with (security_invoker = true) as
select r.service_id, r.child_id as child_id, null::uuid as involvement_id, r.id as subject_id,
  'first-contact-child' as standard, case when exists (
    select 1 from met b where b.service_id = r.service_id and b.child_id = r.child_id and b.child_met and b.at < r.referred_on::timestamp at time zone 'Europe/London')
  then 'See the child about the new referral' else 'Meet the child for the first time' end as what, 'worker' as owed_by, r.allocated_to as owner_id,
  r.allocated_on as started_on, d.due_on as due_on, f.day as done_on, s.stopped_on, 'contact-record' as link_kind
from referral r
cross join lateral due_day(r.service_id, 'first-contact-child', r.allocated_on) d
cross join lateral referral_stop(r.service_id, r.child_id, r.state, coalesce(r.closed_on, r.triaged_on, r.received_on)) s
left join lateral (
  select m.day from met m
  where m.service_id = r.service_id and m.child_id = r.child_id and m.child_met and m.at >= r.referred_on::timestamp at time zone 'Europe/London'
  order by m.at limit 1) f on true
where r.allocated_on is not null;
comment on view due_first_contact_child is 'The child is met soon after they are allocated: a contact at which the child was seen. Whom the service has met before is seen about what is new.';
