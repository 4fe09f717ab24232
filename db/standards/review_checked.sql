drop view if exists due_review_checked cascade;
create view due_review_checked with (security_invoker = true) as
select v.service_id, v.child_id as child_id, null::uuid as involvement_id, v.id as subject_id,
  'review-check' as standard, case v.result when 'nothing-changed' then 'Check the review that changed nothing' else 'Check the review of a child at medium or above' end as what,
  'manager' as owed_by, s.manager_id as owner_id,
  v.held_on as started_on, d.due_on as due_on, v.manager_checked_on as done_on, null::date as stopped_on, 'review-check' as link_kind
from review v
left join staff s on s.service_id = v.service_id and s.id = v.held_by
cross join lateral due_day(v.service_id, 'review-check', v.held_on) d
left join lateral (
  select a.safety_level, a.harm_level from assessment a
  where a.service_id = v.service_id and a.child_id = v.child_id and a.status = 'signed'
  order by a.signed_on desc, a.created_at desc limit 1) a on true
where v.held_on is not null
  and (v.manager_checked_on is not null or v.result = 'nothing-changed' or a.safety_level <> 'low' or a.harm_level <> 'low');
comment on view due_review_checked is 'A manager checks a held review that changed nothing, or whose child is at medium or above for their own or others'' safety.';
