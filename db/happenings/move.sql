create view happened_move with (security_invoker = true) as
select x.service_id, x.child_id, x.id, x.valid_from as happened_on,
  'Lived at ' || replace(x.lines, E'\n', ', ') as title,
  coalesce(t.label, x.accommodation_type) as detail,
  x.created_by as by_id, 'address'::text as link_kind
from child_address x
left join reference_code t on t.list = 'accommodation_type' and t.code = x.accommodation_type
where x.valid_from is not null;
comment on view happened_move is 'Moves: where the child lives, from the first day there.';
