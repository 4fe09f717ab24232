drop view if exists due_contact_frequency_kept cascade;
create view due_contact_frequency_kept with (security_invoker = true) as
select v.service_id, v.child_id as child_id, v.id as involvement_id, v.id as subject_id, 'contact-frequency' as standard,
  'Meet the child: ' || case n.a_month when 1 then '1 contact a month is' else n.a_month || ' contacts a month are' end || ' expected' as what,
  'worker' as owed_by, null::uuid as owner_id, m.day as started_on, m.day + ceil(31.0 / n.a_month)::integer as due_on,
  null::date as done_on, null::date as stopped_on, 'contact-record' as link_kind
from involvement v
cross join lateral (
  select greatest(array_position(l.levels, a.likelihood_level), array_position(l.levels, a.harm_level)) as level, l.levels
  from (select '{low,medium,high,very-high}'::text[] as levels) l
  cross join lateral (
    select likelihood_level, harm_level from assessment a
    where a.service_id = v.service_id and a.child_id = v.child_id and a.status = 'signed' order by a.signed_on desc, a.created_at desc limit 1) a) j
join reference_code k on k.list = 'contact_frequency' and j.levels[j.level] = any (string_to_array(k.attributes ->> 'levels', ' '))
left join lateral (
  select british_day(c.held_at) as day from contact c
  join reference_code t on t.list = 'contact_type' and t.code = c.type and t.attributes ->> 'counts_as_contact' = 'true'
  where c.service_id = v.service_id and c.child_id = v.child_id and c.attendance = 'attended' and c.status = 'recorded' and c.held_at is not null
  order by c.held_at desc limit 1) last on true
cross join lateral (select greatest(last.day, v.started_on) as day) m
cross join lateral (
  select (k.attributes ->> case when m.day < v.started_on + 84 then 'first_12_weeks' else 'after' end)::integer as a_month) n
where v.ended_on is null and n.a_month > 0 and not exists (
  select 1 from involvement e
  where e.service_id = v.service_id and e.child_id = v.child_id and e.ended_on is null and (e.started_on, e.id) < (v.started_on, v.id));
comment on view due_contact_frequency_kept is 'While work goes on the child is met as often as the latest signed assessment asks for: again within the month''s share after the last kept contact, or after the work began where none was kept since.';
