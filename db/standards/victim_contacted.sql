drop view if exists due_victim_contacted cascade;
create view due_victim_contacted with (security_invoker = true) as
select v.service_id, v.child_id as child_id, null::uuid as involvement_id, v.id as subject_id,
  'victim-contact' as standard, format('Contact %s and ask what they want', v.label) as what, 'victim-worker' as owed_by, null::uuid as owner_id,
  v.details_received_on as started_on, d.due_on as due_on, least(f.day, case when v.wishes <> 'not-sought' then coalesce(v.wishes_on, v.details_received_on) end) as done_on, v.ended_on as stopped_on, 'victim' as link_kind
from victim_involvement v
cross join lateral due_day(v.service_id, 'victim-contact', v.details_received_on) d
cross join lateral (
  select min(r.held_on) as day from victim_reached r where r.service_id = v.service_id and r.victim_involvement_id = v.id) f
where v.details_received_on is not null;
comment on view due_victim_contacted is 'The person harmed is contacted, or it is recorded why not.';
