drop view if exists due_decision_confirmed cascade;
create view due_decision_confirmed with (security_invoker = true) as
select n.service_id, n.child_id as child_id, null::uuid as involvement_id, n.id as subject_id,
  'decision-confirm' as standard, 'Confirm the panel’s decision' as what, 'police' as owed_by, null::uuid as owner_id,
  n.decided_on as started_on, d.due_on as due_on, n.confirmed_on as done_on, case when n.status in ('escalated', 'replaced') then n.decided_on end as stopped_on, 'decision' as link_kind
from decision n
cross join lateral due_day(n.service_id, 'decision-confirm', n.decided_on) d
where n.about_table = 'panel_item' and n.child_id is not null;
comment on view due_decision_confirmed is 'Police confirm the panels decision.';
