drop view if exists due_breach_sent cascade;
create view due_breach_sent with (security_invoker = true) as
select b.service_id, b.child_id as child_id, o.involvement_id as involvement_id, b.id as subject_id,
  'breach-papers' as standard,
  case b.goes_to when 'court' then 'Lay the papers before the court' when 'panel' then 'Ask the panel to meet' else 'Ask for recall' end || ': an order that was not kept' as what,
  'worker' as owed_by, null::uuid as owner_id,
  b.approved_on as started_on, d.due_on as due_on, b.sent_on as done_on, b.withdrawn_on as stopped_on, 'breach' as link_kind
from breach b
join court_order o on o.service_id = b.service_id and o.id = b.order_id
cross join lateral due_day(b.service_id, 'breach-papers', b.approved_on) d
where b.approved_on is not null;
comment on view due_breach_sent is 'What a manager approved about an order that was not kept goes to whoever deals with it.';
