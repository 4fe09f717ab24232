create view happened_court_order with (security_invoker = true) as
select x.service_id, x.child_id, x.id, x.made_on as happened_on,
  'Order made: ' || coalesce(t.label, x.kind) as title, x.court as detail,
  x.created_by as by_id, 'court-order'::text as link_kind
from court_order x
left join reference_code t on t.list = 'court_order' and t.code = x.kind
union all
select e.service_id, e.child_id, e.order_id as id, e.happened_on,
  coalesce(t.label, x.kind) || ': ' || case e.what when 'contract' then 'contract took effect' when 'breached' then 'breach found by the court'
    when 'quashed' then 'quashed on appeal' else e.what end as title, e.note as detail,
  e.created_by as by_id, 'court-order'::text as link_kind
from court_order_event e
join court_order x on x.service_id = e.service_id and x.id = e.order_id
left join reference_code t on t.list = 'court_order' and t.code = x.kind;
comment on view happened_court_order is 'Court orders: what a court ordered, and what came of it.';
