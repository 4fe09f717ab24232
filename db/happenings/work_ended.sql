create view happened_work_ended with (security_invoker = true) as
select x.service_id, x.child_id, x.id, x.ended_on as happened_on,
  'Work ended: ' || coalesce(t.label, x.type) as title,
  coalesce(u.label, x.end_reason, '') as detail,
  x.created_by as by_id, 'closing'::text as link_kind
from involvement x
left join reference_code t on t.list = 'involvement_type' and t.code = x.type
left join reference_code u on u.list = 'closure_reason' and u.code = x.end_reason
where x.ended_on is not null;
comment on view happened_work_ended is 'Work ended: each piece of work with the child, on its last day.';
