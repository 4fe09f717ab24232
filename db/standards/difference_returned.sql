drop view if exists due_difference_returned cascade;
create view due_difference_returned with (security_invoker = true) as
select s.service_id, null::uuid as child_id, null::uuid as involvement_id, s.id as subject_id,
  'sent-back' as standard, 'The explained difference came back: ' || s.answer_note as what,
  case when a.active_to is null then 'named' else 'head' end as owed_by, case when a.active_to is null then s.explained_by end as owner_id,
  british_day(s.answered_at) as started_on, d.due_on as due_on, null::date as done_on, null::date as stopped_on, 'national-figure' as link_kind
from national_figure s
join staff a on a.service_id = s.service_id and a.id = s.explained_by
cross join lateral due_day(s.service_id, 'sent-back', british_day(s.answered_at)) d
where s.status = 'returned';
comment on view due_difference_returned is 'An explanation of a difference that was sent back is written again by the analyst who wrote it.';
