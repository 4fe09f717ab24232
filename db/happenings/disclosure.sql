create view happened_disclosure with (security_invoker = true) as
select x.service_id, x.child_id, x.id, x.given_on as happened_on,
  'Given to ' || x.recipient || coalesce(', ' || x.agency, '') as title,
  x.what as detail, x.created_by as by_id, 'disclosure'::text as link_kind
from disclosure x;
comment on view happened_disclosure is 'Given to others: what of the record somebody outside received, from the day that it was given.';
