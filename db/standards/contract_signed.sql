drop view if exists due_contract_signed cascade;
create view due_contract_signed with (security_invoker = true) as
select m.service_id, m.child_id as child_id, o.involvement_id as involvement_id, m.id as subject_id,
  'contract-signed' as standard, 'Write down what was agreed and have it signed' as what, 'worker' as owed_by, null::uuid as owner_id,
  m.happened_on as started_on, d.due_on as due_on, m.signed_on as done_on, o.ended_on as stopped_on, 'order-meeting' as link_kind
from order_meeting m
join court_order o on o.service_id = m.service_id and o.id = m.order_id
cross join lateral due_day(m.service_id, 'contract-signed', m.happened_on) d
where m.outcome in ('contract', 'varied');
comment on view due_contract_signed is 'What a panel agreed is signed: until then a first contract has not taken effect.';
