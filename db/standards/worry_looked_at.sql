drop view if exists due_worry_looked_at cascade;
create view due_worry_looked_at with (security_invoker = true) as
select c.service_id, c.child_id as child_id, c.involvement_id as involvement_id, c.id as subject_id,
  'worry-look' as standard, 'A worker is worried about the child’s safety: look at it, and write what you direct' as what, 'manager' as owed_by, s.manager_id as owner_id,
  british_day(c.held_at) as started_on, d.due_on as due_on, l.day as done_on, null::date as stopped_on, 'oversight' as link_kind
from contact c
left join staff s on s.service_id = c.service_id and s.id = c.worker_id
cross join lateral due_day(c.service_id, 'worry-look', british_day(c.held_at)) d
left join lateral (
  select min(e.entered_on) as day from oversight_entry e
  where e.service_id = c.service_id and e.child_id = c.child_id and c.id = any (e.looked_at) and e.entered_on >= british_day(c.held_at)) l on true
where c.safeguarding and c.status = 'recorded'
  and (l.day is not null or exists (
    select 1 from live_work w where w.service_id = c.service_id and w.child_id = c.child_id));
comment on view due_worry_looked_at is 'While somebody works with the child, a contact ticked as worrying about their safety is looked at by a manager, in an entry that says so.';
