create view happened_work with (security_invoker = true) as
select x.service_id, x.child_id, x.id, x.started_on as happened_on,
  'Work began: ' || coalesce(t.label, x.type) as title,
  coalesce(x.legal_basis, '') as detail,
  x.created_by as by_id, 'child'::text as link_kind
from involvement x
left join reference_code t on t.list = 'involvement_type' and t.code = x.type
where x.started_on is not null;
comment on view happened_work is 'Work begun: each piece of work with the child, from its first day.';
