drop view if exists due_change_reviewed cascade;
create view due_change_reviewed with (security_invoker = true) as
select v.service_id, v.child_id as child_id, null::uuid as involvement_id, v.id as subject_id,
  'change-event-review' as standard, case v.reason when 'change-event' then 'Review after a change' when 'transfer' then 'Review after a transfer' else 'Review that a manager asked for' end as what, 'worker' as owed_by, null::uuid as owner_id,
  v.opened_on as started_on, v.due_on as due_on, v.held_on as done_on, null::date as stopped_on, 'review' as link_kind
from review v
where v.reason <> 'scheduled';
comment on view due_change_reviewed is 'Something happened to the child, and the levels and the plan are looked at again by the day that its kind asks for.';
