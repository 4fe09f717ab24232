drop view if exists due_difference_signed cascade;
create view due_difference_signed with (security_invoker = true) as
select s.service_id, null::uuid as child_id, null::uuid as involvement_id, s.id as subject_id,
  'difference-signing' as standard, 'Sign the explained difference or send it back: ' || to_char(s.period_from, 'FMMonth') || ' to ' || to_char(s.period_to, 'FMMonth YYYY') as what,
  'head' as owed_by, null::uuid as owner_id, british_day(s.explained_at) as started_on, d.due_on as due_on,
  case when s.status = 'signed' then british_day(s.answered_at) end as done_on,
  case when s.status = 'returned' then british_day(s.answered_at) end as stopped_on, 'national-figure' as link_kind
from national_figure s
cross join lateral due_day(s.service_id, 'difference-signing', british_day(s.explained_at)) d
where s.explained_at is not null;
comment on view due_difference_signed is 'A difference from a national figure that an analyst explained is signed by a head of service or sent back.';
