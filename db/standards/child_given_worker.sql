-- Who has or had a child as theirs, as the owner: whoever may see that nobody works with a child need not read who did.
-- Granted to nobody.
drop view if exists child_with_worker cascade;
create view child_with_worker as select service_id, child_id, british_day(ends_at) as until from relationship where kind in ('allocated', 'duty');
comment on view child_with_worker is 'The ties of those who have a child as theirs, and the day on which each ended.';
drop view if exists due_child_given_worker cascade;
create view due_child_given_worker with (security_invoker = true) as
select c.service_id, c.id as child_id, null::uuid as involvement_id, c.id as subject_id,
  'worker-given' as standard, 'Nobody works with the child: give them a worker' as what, 'manager' as owed_by, null::uuid as owner_id,
  s.day as started_on, d.due_on as due_on, null::date as done_on, null::date as stopped_on, 'workers' as link_kind
from child c
cross join lateral (
  select min(w.since) as day from (
    select i.started_on as since from involvement i
    where i.service_id = c.service_id and i.child_id = c.id and i.ended_on is null
    union all
    select coalesce(r.allocated_on, r.received_on) from referral r
    where r.service_id = c.service_id and r.child_id = c.id and r.state = 'allocated') w) b
cross join lateral (
  select greatest(b.day, max(t.until)) as day from child_with_worker t where t.service_id = c.service_id and t.child_id = c.id) s
cross join lateral due_day(c.service_id, 'worker-given', s.day) d
where b.day is not null and not exists (
  select 1 from child_with_worker t where t.service_id = c.service_id and t.child_id = c.id and t.until is null);
comment on view due_child_given_worker is 'A child with work that goes on has somebody who works with them.';
