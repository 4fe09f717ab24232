drop view if exists due_snapshot_returned cascade;
create view due_snapshot_returned with (security_invoker = true) as
select s.service_id, null::uuid as child_id, null::uuid as involvement_id, s.id as subject_id,
  'sent-back' as standard, 'The frozen figures came back: ' || s.answer_note as what,
  case when a.active_to is null then 'named' else 'head' end as owed_by, case when a.active_to is null then s.frozen_by end as owner_id,
  british_day(s.answered_at) as started_on, d.due_on as due_on, null::date as done_on, null::date as stopped_on, 'snapshot' as link_kind
from figure_snapshot s
join staff a on a.service_id = s.service_id and a.id = s.frozen_by
cross join lateral due_day(s.service_id, 'sent-back', british_day(s.answered_at)) d
where s.status = 'returned' and not exists (
  select 1 from figure_snapshot n where n.service_id = s.service_id and n.period_from = s.period_from and n.definition = s.definition and n.number > s.number);
comment on view due_snapshot_returned is 'Figures that were sent back are frozen again, once what was wrong is mended, by the analyst who froze them.';
