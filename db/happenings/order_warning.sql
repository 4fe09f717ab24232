create view happened_order_warning with (security_invoker = true) as
select w.service_id, w.child_id, w.failure_id as id, w.given_on as happened_on,
  'Warned that an order was not kept'::text as title, w.described as detail, w.created_by as by_id, 'failure'::text as link_kind
from order_warning w
union all
select m.service_id, m.child_id, m.id, m.held_on as happened_on,
  'Compliance meeting'::text as title, 'With ' || m.who_came || '. Agreed: ' || m.agreed as detail, m.created_by as by_id, 'compliance-meeting'::text as link_kind
from compliance_meeting m;
comment on view happened_order_warning is 'Warnings and compliance meetings: what was done when an order was not kept.';
