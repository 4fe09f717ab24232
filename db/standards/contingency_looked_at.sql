drop view if exists due_contingency_looked_at cascade;
create view due_contingency_looked_at with (security_invoker = true) as
select p.service_id, p.child_id as child_id, null::uuid as involvement_id, p.id as subject_id,
  'contingency-look' as standard, 'What the plan foresaw has happened: look at what follows from it, and write what you direct' as what, 'manager' as owed_by, null::uuid as owner_id,
  p.happened_on as started_on, d.due_on as due_on, l.day as done_on, null::date as stopped_on, 'oversight' as link_kind
from plan_line p
cross join lateral due_day(p.service_id, 'contingency-look', p.happened_on) d
left join lateral (
  select min(e.entered_on) as day from oversight_entry e
  where e.service_id = p.service_id and e.child_id = p.child_id and p.id = any (e.looked_at) and e.entered_on >= p.happened_on) l on true
where p.happened_on is not null
  and exists (select 1 from live_work v where v.service_id = p.service_id and v.child_id = p.child_id);
comment on view due_contingency_looked_at is 'What a contingency line of the plan foresaw has happened: a manager looks at it, in an entry that says so.';
