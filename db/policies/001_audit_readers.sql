-- Who may read which case of an audit, and when what was judged may be seen. Definer: each looks at readings that the asker may not see.
-- Cases of running audits with a reading still to finish. Until it is, what was judged in them is closed to everybody but whoever
-- judged it: who is not to judge the case today may be given it tomorrow.
create or replace function unread_cases() returns table (case_id uuid, child_id uuid) language plpgsql stable security definer
  set search_path = public, pg_temp
  as $$
#variable_conflict use_column
begin
  return query
    select r.case_id, r.child_id from audit_reading r
    join audit a on a.service_id = r.service_id and a.id = r.audit_id and a.status in ('planned', 'reading')
    where r.service_id = my_service() and r.done_on is null
    union
    -- The history of a record that was merged into the child's stands under its own number.
    select r.case_id, c.id from audit_reading r
    join audit a on a.service_id = r.service_id and a.id = r.audit_id and a.status in ('planned', 'reading')
    join child c on c.service_id = r.service_id and c.merged_into = r.child_id
    where r.service_id = my_service() and r.done_on is null;
end $$;
-- What the readers of such cases asked to be done: it tells how they judged.
create or replace function unread_actions() returns setof text language plpgsql stable security definer
  set search_path = public, pg_temp
  as $$
begin
  return query
    select x.id::text from action x
    where x.service_id = my_service() and x.about_table = 'audit_case' and x.about_id in (select u.case_id from unread_cases() u);
end $$;
-- What a reader found good and what there is to learn: one's own words, and others' once the case is read.
create or replace function reading_words(wanted uuid) returns table (strengths text, learning text) language plpgsql stable security definer
  set search_path = public, pg_temp
  as $$
#variable_conflict use_column
begin
  return query
    select r.strengths, r.learning from audit_reading r
    where r.service_id = my_service() and r.id = wanted
      and (r.reader_id = my_staff() and may('audit.read')
        or may('audit.manage') and r.case_id not in (select u.case_id from unread_cases() u)
          and (r.child_id in (select m from my_children() m) or r.child_id not in (select h from hidden_children() h)));
end $$;
-- Whether somebody was given a case to read before, even if another reads it now.
create or replace function was_reader(wanted_case uuid, person uuid) returns boolean language plpgsql stable security definer
  set search_path = public, pg_temp
  as $$
begin
  return may('audit.manage') and exists (
    select 1 from audit_reading r
    join change_log l on l.service_id = r.service_id and l.table_name = 'audit_reading' and l.row_id = r.id::text
    where r.service_id = my_service() and r.case_id = wanted_case and person::text in (l.before ->> 'reader_id', l.after ->> 'reader_id'));
end $$;
-- A reader's role fits the audit and, of a victim's case, sees victims' lines; nothing ties them to the case, they were never given it before, and it is not read already:
-- then they could have seen what was judged.
create or replace function may_be_reader(wanted_audit uuid, wanted_case uuid, child uuid, person uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$
begin
  return exists (
      select 1 from audit a join staff s on s.service_id = a.service_id and s.id = person
      where a.service_id = my_service() and a.id = wanted_audit
        and (role_may(s.role, 'audit.manage') or role_may(s.role, 'audit.read') and a.kind in ('inspection', 'mock-inspection')))
    and not exists (
      select 1 from audit_case c join staff s on s.service_id = c.service_id and s.id = person
      where c.service_id = my_service() and c.id = wanted_case and c.victim_id is not null and not role_may(s.role, 'victim.view'))
    and not exists (select 1 from audit_ties(array[child], array[person]))
    and not was_reader(wanted_case, person)
    and (wanted_case in (select u.case_id from unread_cases() u)
      or not exists (select 1 from audit_reading r where r.service_id = my_service() and r.case_id = wanted_case));
end $$;
-- Whether two finished readings differ on a question, and the worker was not told of the case yet: then it is to settle.
create or replace function readers_differ(wanted_case uuid, question text) returns boolean language plpgsql stable security definer
  set search_path = public, pg_temp
  as $$
begin
  return exists (
      select 1 from audit_reading x
      join audit_reading y on y.service_id = x.service_id and y.case_id = x.case_id and y.reading = 'second' and y.done_on is not null
      join audit_judgement f on f.service_id = x.service_id and f.reading_id = x.id and f.key_question = question
      join audit_judgement s on s.service_id = y.service_id and s.reading_id = y.id and s.key_question = question and s.answer <> f.answer
      where x.service_id = my_service() and x.case_id = wanted_case and x.reading = 'first' and x.done_on is not null)
    and not exists (select 1 from audit_feedback f where f.service_id = my_service() and f.case_id = wanted_case);
end $$;
-- Whether a case is still to read or to settle.
create or replace function case_is_open(wanted uuid) returns boolean language plpgsql stable security definer
  set search_path = public, pg_temp
  as $$
begin
  return exists (select 1 from audit_reading r where r.service_id = my_service() and r.case_id = wanted and r.done_on is null)
    or not exists (
      select 1 from audit_reading r join audit_judgement j on j.service_id = r.service_id and j.reading_id = r.id
      where r.service_id = my_service() and r.case_id = wanted and r.reading = 'first')
    or exists (
      select 1 from audit_judgement j
      where j.service_id = my_service() and j.case_id = wanted and readers_differ(wanted, j.key_question) and not exists (
        select 1 from audit_moderation m where m.service_id = j.service_id and m.case_id = j.case_id and m.key_question = j.key_question));
end $$;
revoke all on function case_is_open(uuid) from public;
-- How many cases of an audit are open, with those closed to the asker; a number and nothing else.
create or replace function audit_open_cases(wanted uuid) returns integer language plpgsql stable security definer
  set search_path = public, pg_temp
  as $$
begin
  return (
    select count(*) from audit_case c
    where c.service_id = my_service() and c.audit_id = wanted and c.withdrawn_on is null and case_is_open(c.id));
end $$;
-- Whether two readers of a case differ and nobody at all may settle it: every manager read it or has a part in it.
create or replace function case_is_locked(wanted uuid) returns boolean language plpgsql stable security definer
  set search_path = public, pg_temp
  as $$
begin
  return may('audit.manage') and exists (
    select 1 from audit_case c
    where c.service_id = my_service() and c.id = wanted
      and exists (
        select 1 from audit_judgement j
        where j.service_id = c.service_id and j.case_id = c.id and readers_differ(c.id, j.key_question) and not exists (
          select 1 from audit_moderation m where m.service_id = j.service_id and m.case_id = j.case_id and m.key_question = j.key_question))
      and not exists (
        select 1 from staff s
        where s.service_id = c.service_id and role_may(s.role, 'oversight.write')
          and s.active_from <= british_day(now()) and (s.active_to is null or s.active_to >= british_day(now()))
          and not exists (select 1 from audit_reading r where r.service_id = c.service_id and r.case_id = c.id and r.reader_id = s.id)
          and not exists (select 1 from audit_ties(array[c.child_id], array[s.id]))));
end $$;
revoke all on function case_is_locked(uuid) from public;
grant execute on function case_is_locked(uuid) to foothold_staff;
-- A case goes back as long as nobody finished reading it, where somebody who is still to read it no longer can, or where nobody may
-- settle it. A reader no longer can who left, whose role reads no cases of the kind, whom something ties to the case, or whose access
-- ended because the audit is two weeks past its day.
create or replace function case_may_go_back(wanted uuid) returns boolean language plpgsql stable security definer
  set search_path = public, pg_temp
  as $$
begin
  return not exists (
      select 1 from audit_reading r where r.service_id = my_service() and r.case_id = wanted and r.done_on is not null)
    or exists (
      select 1 from audit_reading r
      join audit a on a.service_id = r.service_id and a.id = r.audit_id
      join staff s on s.service_id = r.service_id and s.id = r.reader_id
      where r.service_id = my_service() and r.case_id = wanted and r.done_on is null
        and (exists (select 1 from audit_ties(array[r.child_id], array[r.reader_id]))
          or s.active_from > british_day(now()) or s.active_to < british_day(now())
          or not (role_may(s.role, 'audit.manage') or role_may(s.role, 'audit.read') and a.kind in ('inspection', 'mock-inspection'))
          or greatest(a.due_on, a.drawn_on) + 15 <= british_day(now())))
    or case_is_locked(wanted);
end $$;
revoke all on function case_may_go_back(uuid) from public;
grant execute on function case_may_go_back(uuid) to foothold_staff;
-- Whether nobody who runs audits is free of a part in a case: then any of them gives it back, with the reason.
create or replace function case_has_nobody(wanted uuid) returns boolean language plpgsql stable security definer
  set search_path = public, pg_temp
  as $$
begin
  return may('audit.manage') and exists (
    select 1 from audit_case c
    where c.service_id = my_service() and c.id = wanted and not exists (
      select 1 from staff s
      where s.service_id = c.service_id and role_may(s.role, 'audit.manage')
        and s.active_from <= british_day(now()) and (s.active_to is null or s.active_to >= british_day(now()))
        and not exists (select 1 from audit_ties(array[c.child_id], array[s.id]))));
end $$;
revoke all on function case_has_nobody(uuid) from public;
grant execute on function case_has_nobody(uuid) to foothold_staff;
-- Takes out of an audit what nobody who runs audits may see any more, and is still to read or to settle: a record that was sealed
-- meanwhile would keep it open for ever. Gives how many; whose they are is told to nobody.
create or replace function withdraw_sealed_cases(wanted uuid) returns integer language plpgsql security definer
  set search_path = public, pg_temp
  as $$
declare gone integer;
begin
  with sealed as (
    update audit_case c set withdrawn_on = british_day(now()), withdrawn_reason = 'The record was sealed, and nobody who runs audits is on its list'
    where c.service_id = my_service() and may('audit.manage') and c.audit_id = wanted and c.withdrawn_on is null
      and exists (select 1 from audit a where a.service_id = c.service_id and a.id = c.audit_id and a.status = 'reading')
      and c.child_id in (select h from hidden_children() h)
      and case_is_open(c.id)
      and not exists (
        select 1 from relationship r join staff s on s.service_id = r.service_id and s.id = r.staff_id
        where r.service_id = c.service_id and r.child_id = c.child_id and r.kind = 'named-list'
          and r.starts_at <= now() and (r.ends_at is null or r.ends_at > now()) and role_may(s.role, 'audit.manage')
          and s.active_from <= british_day(now()) and (s.active_to is null or s.active_to >= british_day(now())))
    returning 1)
  select count(*) into gone from sealed;
  return gone;
end $$;
revoke all on function withdraw_sealed_cases(uuid) from public;
grant execute on function withdraw_sealed_cases(uuid) to foothold_staff;
-- What was judged stays with who judged it.
create or replace function reading_stays() returns trigger language plpgsql as $$
begin
  if my_staff() is not null and reading_has_begun(old.id) then
    raise exception 'This reading has begun: it stays with its reader' using errcode = '42501';
  end if;
  return new;
end $$;
-- Whoever draws a sample for themselves alone opens children's records to themselves: then another leads the audit, and knows of it.
create or replace function audit_needs_two() returns trigger language plpgsql security definer
  set search_path = public, pg_temp
  as $$
declare wanted uuid := coalesce(to_jsonb(new) ->> 'audit_id', to_jsonb(new) ->> 'id')::uuid;
begin
  if my_staff() is not null
    and (select count(distinct r.reader_id) = 1 and bool_or(r.reader_id in (my_staff(), r.created_by)) and bool_and(r.reader_id = a.lead_id)
      from audit_reading r join audit a on a.service_id = r.service_id and a.id = r.audit_id
      where r.service_id = new.service_id and r.audit_id = wanted) then
    raise exception 'Whoever draws a sample is not its only reader while they lead the audit' using errcode = '42501';
  end if;
  return null;
end $$;
revoke all on function audit_needs_two() from public;
revoke all on function unread_cases(), unread_actions(), reading_words(uuid), was_reader(uuid, uuid), may_be_reader(uuid, uuid, uuid, uuid),
  readers_differ(uuid, text), audit_open_cases(uuid) from public;
grant execute on function unread_cases(), unread_actions(), reading_words(uuid), was_reader(uuid, uuid), may_be_reader(uuid, uuid, uuid, uuid),
  readers_differ(uuid, text), audit_open_cases(uuid) to foothold_staff;
