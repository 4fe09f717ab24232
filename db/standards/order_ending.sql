drop view if exists due_order_ending cascade;
create view due_order_ending with (security_invoker = true) as
select o.service_id, o.child_id as child_id, o.involvement_id as involvement_id, o.id as subject_id,
  'order-last-day' as standard, 'Review the order before its last day, and record how it ended: ' || coalesce(t.label, o.kind) as what,
  'worker' as owed_by, null::uuid as owner_id, (o.last_day - 28)::timestamp at time zone 'Europe/London' as starts_at,
  greatest(o.made_on, o.last_day - 28) as started_on, o.last_day as due_on, o.ended_on as done_on, null::date as stopped_on, 'court-order' as link_kind
from court_order o
left join reference_code t on t.list = 'court_order' and t.code = o.kind
where o.last_day is not null and t.attributes ->> 'kind' in ('community', 'parent', 'custody');
comment on view due_order_ending is 'An order that is worked with is reviewed in its last four weeks, and it is recorded how it ended.';
