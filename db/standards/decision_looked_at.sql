drop view if exists due_decision_looked_at cascade;
create view due_decision_looked_at with (security_invoker = true) as
select n.service_id, n.child_id as child_id, null::uuid as involvement_id, n.id as subject_id,
  'decision-look' as standard, 'Look again at the decision, as was agreed when it was made' as what, 'manager' as owed_by, null::uuid as owner_id,
  n.decided_on as started_on, n.review_on as due_on, l.day as done_on, case when n.status = 'replaced' and l.day is null then n.decided_on end as stopped_on, 'oversight' as link_kind
from decision n
left join lateral (
  select min(e.entered_on) as day from oversight_entry e
  where e.service_id = n.service_id and e.child_id = n.child_id and n.id = any (e.looked_at) and e.entered_on >= n.review_on) l on true
where n.child_id is not null and n.review_on is not null;
comment on view due_decision_looked_at is 'A decision with a day to look at it again is looked at by that day: a manager writes an entry on or after it that says so.';
