create view happened_change with (security_invoker = true) as
select x.service_id, x.child_id, x.id, x.happened_on as happened_on,
  coalesce(t.label, x.type) as title,
  left(x.detail, 400) as detail,
  x.created_by as by_id, 'change'::text as link_kind
from change_event x
left join reference_code t on t.list = 'change_event_type' and t.code = x.type
where x.happened_on is not null;
comment on view happened_change is 'Changes in the child’s life: what happened that a plan may have to answer.';
