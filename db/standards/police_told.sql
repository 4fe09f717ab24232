drop view if exists due_police_told cascade;
create view due_police_told with (security_invoker = true) as
select r.service_id, r.child_id as child_id, null::uuid as involvement_id, r.id as subject_id,
  'police-told' as standard, 'See that the panel decides in time for police to hear the result' as what, 'worker' as owed_by, r.allocated_to as owner_id,
  r.received_on as started_on, d.due_on as due_on, f.decided_on as done_on, s.stopped_on, 'panel' as link_kind
from referral r
cross join lateral due_day(r.service_id, 'police-told', r.received_on) d
cross join lateral referral_stop(r.service_id, r.child_id, r.state, coalesce(r.closed_on, r.triaged_on, r.received_on)) s
left join lateral (
  select n.decided_on from panel_item i
  join decision n on n.service_id = i.service_id and n.about_id = i.id and n.child_id = i.child_id
  where i.service_id = r.service_id and i.child_id = r.child_id and i.referral_id = r.id
  order by n.decided_on limit 1) f on true
where coalesce(r.pathway, 'out-of-court') = 'out-of-court';
comment on view due_police_told is 'Police hear the result of the assessment: the joint panel, where they sit, has decided on the referral.';
