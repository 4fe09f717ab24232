drop view if exists due_police_notified cascade;
create view due_police_notified with (security_invoker = true) as
select o.service_id, o.child_id as child_id, o.involvement_id as involvement_id, o.id as subject_id,
  k.attributes ->> 'notice_limit' as standard, case o.completion when 'completed' then 'Tell police that the conditions were kept' else 'Tell police that the conditions were not kept' end as what, 'worker' as owed_by, null::uuid as owner_id,
  o.completed_on as started_on, d.due_on as due_on, f.sent_on as done_on, null::date as stopped_on, 'police-notice' as link_kind
from disposal o
join reference_code k on k.list = 'outcome' and k.code = o.outcome and k.attributes ->> 'notice_limit' <> ''
cross join lateral due_day(o.service_id, k.attributes ->> 'notice_limit', o.completed_on) d
left join lateral (
  select n.sent_on from police_notice n
  where n.service_id = o.service_id and n.child_id = o.child_id and n.disposal_id = o.id and n.sent_on is not null
  order by n.sent_on limit 1) f on true
where o.completed_on is not null;
comment on view due_police_notified is 'Police are told when an outcome that they wait for was kept or not kept.';
