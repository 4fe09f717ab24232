create view happened_merge with (security_invoker = true) as
select x.service_id, x.child_id, x.id, e.at as happened_at,
  case when e.is_merge then 'Record ' || o.number || ' was merged into this one' else 'Record ' || o.number || ' is another child’s after all: the merge was taken back' end as title,
  e.why as detail, e.by_id, 'merge'::text as link_kind
from child_merge x
join child o on o.service_id = x.service_id and o.id = x.other_id
cross join lateral (values (true, x.created_at, x.reason, x.created_by), (false, x.taken_back_at, x.taken_back_reason, x.taken_back_by)) e (is_merge, at, why, by_id)
where e.at is not null
union all
select x.service_id, x.other_id, x.id, e.at,
  case when e.is_merge then 'This record was merged into ' || k.number else 'The merge into ' || k.number || ' was taken back: this is another child' end,
  e.why, e.by_id, 'merge'
from child_merge x
join child k on k.service_id = x.service_id and k.id = x.into_id
cross join lateral (values (true, x.created_at, x.reason, x.created_by), (false, x.taken_back_at, x.taken_back_reason, x.taken_back_by)) e (is_merge, at, why, by_id)
where e.at is not null;
comment on view happened_merge is 'Merged records: when two records became one, and when that was taken back.';
