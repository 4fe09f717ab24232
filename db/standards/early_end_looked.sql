drop view if exists due_early_end_looked cascade;
create view due_early_end_looked with (security_invoker = true) as
select o.service_id, o.child_id as child_id, o.involvement_id as involvement_id, o.id as subject_id,
  'order-half-way' as standard, 'Half of the order has passed: look whether the court is asked to end it early' as what,
  'worker' as owed_by, null::uuid as owner_id, (h.day - 14)::timestamp at time zone 'Europe/London' as starts_at,
  greatest(o.made_on, h.day - 14) as started_on, h.day as due_on, l.day as done_on, o.ended_on as stopped_on, 'early-end' as link_kind
from court_order o
join reference_code k on k.list = 'enforcement_rule' and o.kind = any (string_to_array(k.attributes ->> 'orders', ' ')) and k.attributes ->> 'early_end' <> ''
cross join lateral (select o.first_day + (o.last_day - o.first_day + 1) / 2 as day) h
left join lateral (
  select min(e.looked_on) as day from early_end_look e where e.service_id = o.service_id and e.child_id = o.child_id and e.order_id = o.id) l on true
where h.day is not null;
comment on view due_early_end_looked is 'When half of an order has passed it is looked at whether the court is asked to end it early, because it goes well.';
