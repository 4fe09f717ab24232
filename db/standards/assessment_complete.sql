drop view if exists due_assessment_complete cascade;
create view due_assessment_complete with (security_invoker = true) as
with begun as (
  select r.*, 'assessment-complete' as standard, r.received_on as began_on, 'Assess before the panel' as what
  from referral r where coalesce(r.pathway, 'out-of-court') = 'out-of-court'
  union all
  select r.*, 'assessment-complete-prevention', r.allocated_on, 'Complete the assessment'
  from referral r where r.pathway in ('prevention', 'turnaround', 'voluntary') and r.allocated_on is not null)
select r.service_id, r.child_id as child_id, null::uuid as involvement_id, r.id as subject_id,
  r.standard as standard, r.what as what, 'worker' as owed_by, r.allocated_to as owner_id,
  r.began_on as started_on, d.due_on as due_on, f.signed_on as done_on, s.stopped_on, 'assessment' as link_kind
from begun r
cross join lateral due_day(r.service_id, r.standard, r.began_on) d
cross join lateral referral_stop(r.service_id, r.child_id, r.state, coalesce(r.closed_on, r.triaged_on, r.received_on)) s
left join lateral (
  select a.signed_on from assessment a
  where a.service_id = r.service_id and a.child_id = r.child_id and a.status = 'signed'
    and (a.referral_id = r.id or (a.referral_id is null and a.signed_on >= r.received_on))
  order by a.signed_on limit 1) f on true;
comment on view due_assessment_complete is 'The assessment is signed in time: from receipt for out-of-court work, from allocation for prevention.';
