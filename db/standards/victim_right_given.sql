drop view if exists due_victim_right_given cascade;
create view due_victim_right_given with (security_invoker = true) as
select v.service_id, v.child_id as child_id, null::uuid as involvement_id, v.id as subject_id,
  l.time_limit as standard, replace(r.attributes ->> 'duty', 'the person harmed', v.label) as what, 'victim-worker' as owed_by, null::uuid as owner_id,
  c.day as started_on, d.due_on as due_on, g.done_on as done_on, coalesce(v.ended_on, case when g.not_done_reason is not null then british_day(g.created_at) end) as stopped_on, 'victim-right' as link_kind
from victim_involvement v
cross join reference_code r
cross join lateral (
  select case when exists (select 1 from victim_who_is_child k where k.service_id = v.service_id and k.victim_involvement_id = v.id) then r.attributes ->> 'time_limit_child' else r.attributes ->> 'time_limit' end as time_limit) l
cross join lateral (
  select case r.attributes ->> 'counts_from'
    when 'outcome' then (select max(o.given_on) from disposal o where o.service_id = v.service_id and o.child_id = v.child_id and o.referral_id = v.referral_id)
    else v.details_received_on end as day) c
cross join lateral due_day(v.service_id, l.time_limit, c.day) d
left join right_given g on g.service_id = v.service_id and g.victim_involvement_id = v.id and g.code = r.code
where r.list = 'victim_right' and c.day is not null;
comment on view due_victim_right_given is 'What a person harmed has a right to is given in time, or it is recorded why not.';
