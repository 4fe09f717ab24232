drop view if exists due_education_asked cascade;
create view due_education_asked with (security_invoker = true) as
select s.service_id, s.child_id as child_id, null::uuid as involvement_id, s.id as subject_id,
  r.standard as standard, r.what as what,
  case when r.rung = 'board' then 'head' when o.staff_id is null then 'worker' else 'named' end as owed_by,
  case when r.rung <> 'board' then o.staff_id end as owner_id,
  coalesce(b.asked_on, s.opened_on) as started_on, d.due_on as due_on, a.asked_on as done_on, s.ended_on as stopped_on, 'education-ladder' as link_kind
from education_shortfall s
cross join (values
  ('school', null, 'education-school', 'Education is below what is expected: ask the school'),
  ('virtual-school', 'school', 'education-virtual-school', 'Education is still below what is expected: ask the virtual school or the SEND team'),
  ('head', 'virtual-school', 'education-head', 'Education is still below what is expected: put it to the head of service'),
  ('board', 'head', 'education-board', 'Education is still below what is expected: put it to the board’s education seat')
) as r (rung, before, standard, what)
left join education_step b on b.service_id = s.service_id and b.shortfall_id = s.id and b.rung = r.before
left join education_step a on a.service_id = s.service_id and a.shortfall_id = s.id and a.rung = r.rung
-- The education worker who works with the child, of several who has for longest; without one it is the child's worker's.
left join lateral (
  select e.staff_id from education_worker_tie e where e.service_id = s.service_id and e.child_id = s.child_id order by e.starts_at, e.id limit 1) o on true
cross join lateral due_day(s.service_id, r.standard, coalesce(b.asked_on, s.opened_on)) d
where (r.before is null or b.id is not null)
  and (a.id is not null or exists (select 1 from live_work w where w.service_id = s.service_id and w.child_id = s.child_id));
comment on view due_education_asked is 'While somebody works with a child whose weeks fall short, each rung of the ladder is asked within its time of the one before.';
