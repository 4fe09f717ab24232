create view happened_outcome with (security_invoker = true) as
select x.service_id, x.child_id, x.id, x.given_on as happened_on,
  'Given: ' || coalesce(t.label, x.outcome) as title,
  coalesce(x.conditions, '') as detail,
  x.created_by as by_id, 'outcome'::text as link_kind
from disposal x
left join reference_code t on t.list = 'outcome' and t.code = x.outcome
where x.given_on is not null;
comment on view happened_outcome is 'Outcomes given: what the child was given to do or keep to.';
