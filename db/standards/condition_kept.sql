drop view if exists due_condition_kept cascade;
create view due_condition_kept with (security_invoker = true) as
select c.service_id, c.child_id as child_id, o.involvement_id as involvement_id, c.id as subject_id,
  'condition-kept' as standard, 'Say whether this condition was kept: ' || c.text as what, 'worker' as owed_by, null::uuid as owner_id,
  o.given_on as started_on, coalesce(c.due_on, o.due_by) as due_on, c.standing_on as done_on,
  case when c.standing_on is null then o.completed_on end as stopped_on, 'condition' as link_kind
from outcome_condition c
join disposal o on o.service_id = c.service_id and o.id = c.disposal_id
where o.given_on is not null and coalesce(c.due_on, o.due_by) is not null;
comment on view due_condition_kept is 'Of each condition of an outcome it is said by its day whether it was kept.';
