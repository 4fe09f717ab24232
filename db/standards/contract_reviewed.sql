drop view if exists due_contract_reviewed cascade;
create view due_contract_reviewed with (security_invoker = true) as
select o.service_id, o.child_id as child_id, o.involvement_id as involvement_id, s.id as subject_id,
  'referral-order-review' as standard, 'Hold a panel that reviews the contract' as what, 'worker' as owed_by, null::uuid as owner_id,
  s.day as started_on, d.due_on as due_on, n.day as done_on, o.ended_on as stopped_on, 'order-panel' as link_kind
from court_order o
cross join lateral (
  select o.id, o.first_day as day
  union all
  select m.id, m.happened_on from order_meeting m
  where m.service_id = o.service_id and m.order_id = o.id and m.happened_on > o.first_day) s
cross join lateral due_day(o.service_id, 'referral-order-review', s.day) d
left join lateral (
  select min(m.happened_on) as day from order_meeting m
  where m.service_id = o.service_id and m.order_id = o.id and m.happened_on > s.day) n on true
join reference_code t on t.list = 'court_order' and t.code = o.kind and t.attributes ->> 'counts_from' = 'contract'
where o.first_day is not null and d.due_on <= o.last_day;
comment on view due_contract_reviewed is 'While a contract runs its panel meets again within the time for a review, since it took effect or since the last meeting.';
