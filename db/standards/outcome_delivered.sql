drop view if exists due_outcome_delivered cascade;
create view due_outcome_delivered with (security_invoker = true) as
select o.service_id, o.child_id as child_id, o.involvement_id as involvement_id, o.id as subject_id,
  'outcome-delivered' as standard, 'Give the outcome to the child and family' as what, 'police' as owed_by, null::uuid as owner_id,
  o.decided_on as started_on, d.due_on as due_on, o.given_on as done_on,
  -- An outcome that was decided anew is not given any more.
  case when n.status = 'replaced' then n.decided_on end as stopped_on, 'outcome' as link_kind
from disposal o
join decision n on n.service_id = o.service_id and n.id = o.decision_id
cross join lateral due_day(o.service_id, 'outcome-delivered', o.decided_on) d;
comment on view due_outcome_delivered is 'The outcome that was decided is given to the child.';
