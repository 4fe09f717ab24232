drop view if exists due_plan_after_outcome cascade;
create view due_plan_after_outcome with (security_invoker = true) as
select o.service_id, o.child_id as child_id, o.involvement_id as involvement_id, o.id as subject_id,
  'plan-after-outcome' as standard, 'Agree the plan with the child and parent' as what, 'worker' as owed_by, null::uuid as owner_id,
  o.given_on as started_on, d.due_on as due_on, f.agreed_on as done_on, coalesce(o.completed_on, i.ended_on) as stopped_on, 'plan' as link_kind
from disposal o
join involvement i on i.service_id = o.service_id and i.id = o.involvement_id and i.child_id = o.child_id
cross join lateral due_day(o.service_id, 'plan-after-outcome', o.given_on) d
left join lateral (
  select p.agreed_on from plan p
  where p.service_id = o.service_id and p.child_id = o.child_id and p.agreed_on is not null
    and (p.ended_on is null or p.ended_on >= o.given_on)
  order by p.agreed_on limit 1) f on true
where o.given_on is not null;
comment on view due_plan_after_outcome is 'A plan is agreed with child and parent soon after an outcome that opens work.';
