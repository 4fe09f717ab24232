create view happened_order_meeting with (security_invoker = true) as
select m.service_id, m.child_id, m.id, m.happened_on,
  case i.meeting when 'first' then 'First meeting' when 'review' then 'Review' when 'progress' then 'Progress meeting' else 'Final meeting' end
    || ' of the panel: ' || case m.outcome when 'contract' then 'a contract is agreed' when 'adjourned' then 'adjourned' when 'refer-back' then 'referred back to the court'
    when 'continues' then 'the contract goes on' when 'varied' then 'the contract is changed' when 'revoke-early' then 'the court is asked to end the order early' else 'completed' end as title,
  m.note as detail, m.created_by as by_id, 'order-meeting'::text as link_kind
from order_meeting m
join panel_item i on i.service_id = m.service_id and i.id = m.panel_item_id;
comment on view happened_order_meeting is 'Panels of orders: what a panel came to with the child.';
