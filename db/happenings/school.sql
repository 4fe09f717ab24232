create view happened_school with (security_invoker = true) as
select x.service_id, x.child_id, x.id, x.valid_from as happened_on,
  'Began at ' || x.provider as title,
  coalesce(t.label, x.provision) as detail,
  x.created_by as by_id, 'education'::text as link_kind
from education_episode x
left join reference_code t on t.list = 'education_type' and t.code = x.provision
where x.valid_from is not null;
comment on view happened_school is 'School, college and work: each place, from the first day there.';
