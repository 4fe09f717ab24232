drop view if exists due_assessment_reviewed cascade;
create view due_assessment_reviewed with (security_invoker = true) as
select a.service_id, a.child_id as child_id, null::uuid as involvement_id, a.id as subject_id,
  'assessment-review' as standard, 'Review the assessment' as what, 'worker' as owed_by, null::uuid as owner_id,
  k.day as started_on, d.due_on as due_on, f.signed_on as done_on, null::date as stopped_on, 'assessment' as link_kind
from assessment a
left join lateral (
  select n.signed_on from assessment n
  where n.service_id = a.service_id and n.child_id = a.child_id and n.status = 'signed'
    and (n.signed_on, n.id) > (a.signed_on, a.id)
  order by n.signed_on limit 1) f on true
left join lateral (
  select min(w.since) as since from live_work w where w.service_id = a.service_id and w.child_id = a.child_id) w on f.signed_on is null
-- While nobody worked with the child nobody had to look: the time runs from the day on which work began again.
cross join lateral (select greatest(a.signed_on, w.since) as day) k
cross join lateral due_day(a.service_id, 'assessment-review', k.day) d
where a.status = 'signed' and a.kind <> 'final'
  and (f.signed_on is not null or w.since is not null);
comment on view due_assessment_reviewed is 'A signed assessment is looked at again while the work goes on.';
