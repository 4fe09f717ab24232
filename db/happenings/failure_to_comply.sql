create view happened_failure_to_comply with (security_invoker = true) as
select f.service_id, f.child_id, f.id, f.happened_on,
  'Order not kept: ' || case f.decision when 'acceptable' then 'with a good reason' when 'not-acceptable' then 'without a good reason'
    when 'not-pursued' then 'not pursued' else 'not decided yet' end as title, f.what as detail,
  f.created_by as by_id, 'failure'::text as link_kind
from failure_to_comply f;
comment on view happened_failure_to_comply is 'Orders not kept: what was not done, and whether there was a good reason.';
