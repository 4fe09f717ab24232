drop view if exists due_letter_sent cascade;
create view due_letter_sent with (security_invoker = true) as
select s.service_id, s.child_id, null::uuid as involvement_id, s.letter_id as subject_id,
  'letter-sent' as standard, 'A letter is in the outbox: see that it goes' as what,
  case when s.created_by is null then 'worker' else 'named' end as owed_by, s.created_by as owner_id,
  british_day(s.created_at) as started_on, d.due_on as due_on, null::date as done_on, null::date as stopped_on, 'letter' as link_kind
from letter_sending s
cross join lateral due_day(s.service_id, 'letter-sent', british_day(s.created_at)) d
where s.state = 'queued';
comment on view due_letter_sent is 'A letter does not stay in the outbox: whoever put it there sees that it goes.';
