create view happened_contact with (security_invoker = true) as
select x.service_id, x.child_id, x.id, coalesce(x.held_at, x.planned_at) as happened_at,
  coalesce(t.label, x.type) || coalesce(': ' || lower(u.label), '') as title,
  left(x.notes, 400) as detail,
  x.worker_id as by_id, 'contact'::text as link_kind
from contact x
left join reference_code t on t.list = 'contact_type' and t.code = x.type
left join reference_code u on u.list = 'attendance' and u.code = x.attendance
where coalesce(x.held_at, x.planned_at) is not null and x.status = 'recorded';
comment on view happened_contact is 'Contacts: what was done with the child, once it is written up.';
