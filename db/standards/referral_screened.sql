drop view if exists due_referral_screened cascade;
create view due_referral_screened with (security_invoker = true) as
select r.service_id, r.child_id as child_id, null::uuid as involvement_id, r.id as subject_id,
  'referral-screen' as standard, 'Read the new referral and decide its way' as what, 'manager' as owed_by, null::uuid as owner_id,
  r.received_on as started_on, d.due_on as due_on, coalesce(r.triaged_on, case when r.state <> 'received' then coalesce(r.allocated_on, r.closed_on, r.received_on) end) as done_on, null::date as stopped_on, 'referral' as link_kind
from referral r
cross join lateral due_day(r.service_id, 'referral-screen', r.received_on) d;
comment on view due_referral_screened is 'A referral that arrived is read by a manager, who decides where it goes.';
