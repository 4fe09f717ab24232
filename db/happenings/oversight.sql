create view happened_oversight with (security_invoker = true) as
select x.service_id, x.child_id, x.id, x.entered_on as happened_on,
  'Manager: ' || replace(x.kind, '-', ' ') as title,
  left(x.text, 400) as detail,
  x.created_by as by_id, 'oversight'::text as link_kind
from oversight_entry x
where x.entered_on is not null;
comment on view happened_oversight is 'Manager’s oversight: what a manager asked, advised or agreed.';
