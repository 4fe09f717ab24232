drop view if exists due_education_answered cascade;
create view due_education_answered with (security_invoker = true) as
select t.service_id, t.child_id as child_id, null::uuid as involvement_id, t.id as subject_id,
  'education-answer' as standard,
  case t.rung when 'school' then 'Write down what the school answered about the child’s hours' when 'virtual-school' then 'Write down what the virtual school or SEND team answered about the child’s hours'
    when 'head' then 'Education is below what is expected: answer what you do about it' else 'Write down what the board’s education seat answered about the child’s hours' end as what,
  case when t.rung in ('head', 'board') then 'head' when o.staff_id is null then 'worker' else 'named' end as owed_by,
  case when t.rung not in ('head', 'board') then o.staff_id end as owner_id,
  t.asked_on as started_on, d.due_on as due_on, t.answered_on as done_on, s.ended_on as stopped_on, 'education-ladder' as link_kind
from education_step t
join education_shortfall s on s.service_id = t.service_id and s.id = t.shortfall_id
-- The education worker who works with the child, of several who has for longest; without one it is the child's worker's.
left join lateral (
  select e.staff_id from education_worker_tie e where e.service_id = t.service_id and e.child_id = t.child_id order by e.starts_at, e.id limit 1) o on true
cross join lateral due_day(t.service_id, 'education-answer', t.asked_on) d
where t.answered_on is not null or exists (select 1 from live_work w where w.service_id = t.service_id and w.child_id = t.child_id);
comment on view due_education_answered is 'Whoever was asked about a child’s hours answers, and the answer is written down.';
