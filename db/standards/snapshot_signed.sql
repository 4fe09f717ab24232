drop view if exists due_snapshot_signed cascade;
create view due_snapshot_signed with (security_invoker = true) as
select s.service_id, null::uuid as child_id, null::uuid as involvement_id, s.id as subject_id,
  'snapshot-signing' as standard, 'Sign the frozen figures or send them back: ' || to_char(s.period_from, 'FMMonth') || ' to ' || to_char(s.period_to, 'FMMonth YYYY') as what,
  'head' as owed_by, null::uuid as owner_id, british_day(s.frozen_at) as started_on, d.due_on as due_on,
  case when s.status = 'signed' then british_day(s.answered_at) end as done_on,
  case when s.status = 'returned' then british_day(s.answered_at) end as stopped_on, 'snapshot' as link_kind
from figure_snapshot s
cross join lateral due_day(s.service_id, 'snapshot-signing', british_day(s.frozen_at)) d;
comment on view due_snapshot_signed is 'Figures that an analyst froze and signed are signed by a head of service or sent back.';
