create view happened_warning with (security_invoker = true) as
select x.service_id, x.child_id, x.id, x.raised_on as happened_on,
  'Warning raised: ' || coalesce(t.label, x.kind) as title,
  x.detail || case when x.ended_on is null then '' else ' (ended on ' || to_char(x.ended_on, 'FMDD FMMonth YYYY') || ')' end as detail,
  x.created_by as by_id, 'warning'::text as link_kind
from warning x
left join reference_code t on t.list = 'warning_type' and t.code = x.kind
where x.raised_on is not null;
comment on view happened_warning is 'Warnings: what everybody who meets the child should know, from the day that it was said.';
