drop view if exists due_shorter_keeping_agreed cascade;
create view due_shorter_keeping_agreed with (security_invoker = true) as
select o.service_id, null::uuid as child_id, null::uuid as involvement_id, o.service_id as subject_id,
  'shorter-keeping' as standard, 'Agree to a time below its floor, or take it away: ' || l.step as what,
  'head' as owed_by, null::uuid as owner_id, british_day(o.created_at) as started_on, d.due_on as due_on,
  null::date as done_on, null::date as stopped_on, 'time-limit' as link_kind
from time_limit_override o
join time_limit l on l.id = o.time_limit_id
cross join lateral due_day(o.service_id, 'shorter-keeping', british_day(o.created_at)) d
where not o.stands;
comment on view due_shorter_keeping_agreed is 'A service’s own time for keeping records that is below the floor, and that nobody else has agreed to, is agreed to or taken away.';
