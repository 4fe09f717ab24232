create view happened_early_end_look with (security_invoker = true) as
select e.service_id, e.child_id, e.order_id as id, e.looked_on as happened_on,
  case when e.asks then 'Early end of an order: the court is asked' else 'Early end of an order: looked at, and not asked' end as title, e.why as detail,
  e.created_by as by_id, 'early-end'::text as link_kind
from early_end_look e;
comment on view happened_early_end_look is 'Early ends looked at: whether the court is asked to end an order.';
