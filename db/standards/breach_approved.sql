drop view if exists due_breach_approved cascade;
create view due_breach_approved with (security_invoker = true) as
select b.service_id, b.child_id as child_id, o.involvement_id as involvement_id, b.id as subject_id,
  'breach-approval' as standard, 'Approve it or send it back: an order that was not kept' as what,
  'manager' as owed_by, s.manager_id as owner_id,
  b.proposed_on as started_on, d.due_on as due_on, b.approved_on as done_on, b.withdrawn_on as stopped_on, 'breach-check' as link_kind
from breach b
join court_order o on o.service_id = b.service_id and o.id = b.order_id
left join staff s on s.service_id = b.service_id and s.id = b.proposed_by
cross join lateral due_day(b.service_id, 'breach-approval', b.proposed_on) d
where b.status <> 'returned';
comment on view due_breach_approved is 'A manager approves that an order that was not kept is put to whoever deals with it, or sends it back.';
