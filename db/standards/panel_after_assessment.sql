drop view if exists due_panel_after_assessment cascade;
create view due_panel_after_assessment with (security_invoker = true) as
select r.service_id, r.child_id as child_id, null::uuid as involvement_id, r.id as subject_id,
  'panel-after-assessment' as standard, 'Take the case to the joint panel' as what, 'worker' as owed_by, r.allocated_to as owner_id,
  a.signed_on as started_on, d.due_on as due_on, f.decided_on as done_on, s.stopped_on, 'panel' as link_kind
from referral r
join lateral (
  select x.signed_on from assessment x
  where x.service_id = r.service_id and x.child_id = r.child_id and x.status = 'signed'
    and (x.referral_id = r.id or (x.referral_id is null and x.signed_on >= r.received_on))
  order by x.signed_on limit 1) a on true
cross join lateral due_day(r.service_id, 'panel-after-assessment', a.signed_on) d
cross join lateral referral_stop(r.service_id, r.child_id, r.state, coalesce(r.closed_on, r.triaged_on, r.received_on)) s
left join lateral (
  select n.decided_on from panel_item i
  join decision n on n.service_id = i.service_id and n.about_id = i.id and n.child_id = i.child_id
  where i.service_id = r.service_id and i.child_id = r.child_id and i.referral_id = r.id
  order by n.decided_on limit 1) f on true
where coalesce(r.pathway, 'out-of-court') = 'out-of-court';
comment on view due_panel_after_assessment is 'The joint panel hears the case soon after the assessment is signed.';
