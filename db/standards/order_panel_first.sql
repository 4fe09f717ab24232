drop view if exists due_order_panel_first cascade;
create view due_order_panel_first with (security_invoker = true) as
select o.service_id, o.child_id as child_id, o.involvement_id as involvement_id, o.id as subject_id,
  'referral-order-panel' as standard, 'Hold the first panel with the child' as what, 'worker' as owed_by, null::uuid as owner_id,
  o.made_on as started_on, d.due_on as due_on, coalesce(f.happened_on, o.first_day) as done_on, o.ended_on as stopped_on, 'order-panel' as link_kind
from court_order o
join reference_code t on t.list = 'court_order' and t.code = o.kind and t.attributes ->> 'counts_from' = 'contract'
cross join lateral due_day(o.service_id, 'referral-order-panel', o.made_on) d
left join lateral (
  select min(m.happened_on) as happened_on from order_meeting m where m.service_id = o.service_id and m.order_id = o.id) f on true;
comment on view due_order_panel_first is 'A referral order''s panel meets with the child soon after the order is made.';
