drop view if exists due_letter_returned cascade;
create view due_letter_returned with (security_invoker = true) as
select s.service_id, s.child_id, null::uuid as involvement_id, s.letter_id as subject_id,
  'sent-back' as standard, 'A letter came back: ' || s.came_back_why as what,
  case when s.created_by is null then 'worker' else 'named' end as owed_by, s.created_by as owner_id,
  british_day(s.came_back_at) as started_on, d.due_on as due_on, null::date as done_on, null::date as stopped_on, 'letter' as link_kind
from letter_sending s
join letter l on l.service_id = s.service_id and l.id = s.letter_id and l.not_needed_on is null
cross join lateral due_day(s.service_id, 'sent-back', british_day(s.came_back_at)) d
where s.state = 'sent-back' and s.told_by is distinct from s.created_by
  and not exists (select 1 from letter_sending o where o.service_id = s.service_id and o.letter_id = s.letter_id and (o.created_at, o.id) > (s.created_at, s.id))
  and not exists (select 1 from letter_delivery v where v.service_id = s.service_id and v.letter_id = s.letter_id and v.created_at >= s.came_back_at);
comment on view due_letter_returned is 'A letter that came back is sent another way, given by hand, or said not to be needed, by whoever sent it.';
