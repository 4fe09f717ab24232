create view happened_care with (security_invoker = true) as
select x.service_id, x.child_id, x.id, x.valid_from as happened_on,
  'Social care: ' || coalesce(t.label, x.status) as title,
  coalesce(x.authority, '') as detail,
  x.created_by as by_id, 'care'::text as link_kind
from care_episode x
left join reference_code t on t.list = 'care_status' and t.code = x.status
where x.valid_from is not null;
comment on view happened_care is 'Social care: what children’s services do, from the first day of it.';
