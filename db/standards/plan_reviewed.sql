drop view if exists due_plan_reviewed cascade;
create view due_plan_reviewed with (security_invoker = true) as
select p.service_id, p.child_id as child_id, null::uuid as involvement_id, p.id as subject_id,
  'plan-review' as standard, 'Review the plan' as what, 'worker' as owed_by, null::uuid as owner_id,
  coalesce(h.held_on, p.agreed_on) as started_on, case when p.review_on > coalesce(h.held_on, p.agreed_on) then p.review_on else d.due_on end as due_on, null::date as done_on, null::date as stopped_on, 'plan' as link_kind
from plan p
left join lateral (
  select max(v.held_on) as held_on from review v
  where v.service_id = p.service_id and v.child_id = p.child_id and v.reason = 'scheduled' and v.held_on >= p.agreed_on) h on true
cross join lateral due_day(p.service_id, 'plan-review', coalesce(h.held_on, p.agreed_on)) d
where p.status = 'agreed'
union all
select v.service_id, v.child_id as child_id, null::uuid as involvement_id, v.id as subject_id,
  'plan-review' as standard, 'Review the plan' as what, 'worker' as owed_by, null::uuid as owner_id,
  v.opened_on as started_on, v.due_on as due_on, v.held_on as done_on, null::date as stopped_on, 'review' as link_kind
from review v
where v.reason = 'scheduled' and v.held_on is not null;
comment on view due_plan_reviewed is 'A live plan is reviewed by the day set when it was agreed or last reviewed.';
