create view happened_hearing with (security_invoker = true) as
select x.service_id, x.child_id, x.id, x.listed_on as happened_on,
  coalesce(t.label, x.kind) || case x.state when 'held' then ': held' when 'adjourned' then ': adjourned' else ': vacated' end as title,
  concat_ws('. ', x.court, x.note) as detail,
  x.created_by as by_id, 'hearing'::text as link_kind
from hearing x
left join reference_code t on t.list = 'hearing_kind' and t.code = x.kind
where x.state <> 'expected';
comment on view happened_hearing is 'Hearings: a day before a court, and whether it was held, adjourned or vacated.';
