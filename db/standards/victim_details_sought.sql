drop view if exists due_victim_details_sought cascade;
create view due_victim_details_sought with (security_invoker = true) as
select v.service_id, v.child_id as child_id, null::uuid as involvement_id, v.id as subject_id,
  'victim-details' as standard, format('%s is new: ask police for their details', v.label) as what, 'victim-worker' as owed_by, null::uuid as owner_id,
  british_day(v.created_at) as started_on, d.due_on as due_on,
  coalesce(v.details_received_on, case when v.wishes <> 'not-sought' then coalesce(v.wishes_on, british_day(v.created_at)) end) as done_on,
  v.ended_on as stopped_on, 'victim-right' as link_kind
from victim_involvement v
cross join lateral due_day(v.service_id, 'victim-details', british_day(v.created_at)) d;
comment on view due_victim_details_sought is 'Each new person harmed has their details asked for, so that somebody can reach them.';
