create view happened_offence with (security_invoker = true) as
select x.service_id, x.child_id, x.id, x.offence_on as happened_on,
  'Offence alleged: ' || x.description as title,
  case x.offence_on_status when 'estimated' then 'The day is estimated' else '' end as detail,
  x.created_by as by_id, 'offence'::text as link_kind
from offence x
where x.offence_on is not null;
comment on view happened_offence is 'Offences: what the child is said to have done.';
