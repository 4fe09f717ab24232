drop view if exists due_referral_allocated cascade;
create view due_referral_allocated with (security_invoker = true) as
select r.service_id, r.child_id as child_id, null::uuid as involvement_id, r.id as subject_id,
  'referral-allocation' as standard, 'Allocate the child to a worker' as what, 'manager' as owed_by, null::uuid as owner_id,
  r.received_on as started_on, d.due_on as due_on, coalesce(r.allocated_on, case when r.state in ('signposted', 'closed') then coalesce(r.closed_on, r.triaged_on, r.received_on) end) as done_on, null::date as stopped_on, 'referral' as link_kind
from referral r
cross join lateral due_day(r.service_id, 'referral-allocation', r.received_on) d
where r.state <> 'received';
comment on view due_referral_allocated is 'A referral that was triaged is given to a worker, or signposted, in time.';
