create view happened_review with (security_invoker = true) as
select x.service_id, x.child_id, x.id, x.held_on as happened_on,
  'Review held: ' || replace(x.result, '-', ' ') as title,
  left(coalesce(x.findings, x.no_change_reason, ''), 400) as detail,
  x.held_by as by_id, 'review'::text as link_kind
from review x
where x.held_on is not null;
comment on view happened_review is 'Reviews: each one once it is held.';
