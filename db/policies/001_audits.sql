-- Audits. Functions are definer where a policy or a count needs rows that the asker may not see; each gives ids or counts only.
-- Readings that I have still to finish, in an audit that is being read, of cases that nothing ties me to today.
create or replace function my_open_readings() returns setof uuid language plpgsql stable security definer
  set search_path = public, pg_temp
  as $$
#variable_conflict use_column
begin
  return query
    select r.id from audit_reading r
    join audit a on a.service_id = r.service_id and a.id = r.audit_id and a.status = 'reading'
    join audit_case c on c.service_id = r.service_id and c.id = r.case_id and c.withdrawn_on is null
    where r.service_id = my_service() and r.reader_id = my_staff() and r.done_on is null
      and not exists (select 1 from audit_ties(array[r.child_id], array[r.reader_id]));
end $$;
create or replace function my_read_cases() returns setof uuid language plpgsql stable security definer
  set search_path = public, pg_temp
  as $$
#variable_conflict use_column
begin
  return query
    select r.case_id from audit_reading r where r.service_id = my_service() and r.reader_id = my_staff()
    union
    select j.case_id from audit_judgement j where j.service_id = my_service() and j.reader_id = my_staff();
end $$;

-- Who reads which child's case and until when: a sample tie is made for these and no others. It ends two weeks after the audit is due.
create or replace function audit_seats() returns table (audit_id uuid, staff_id uuid, child_id uuid, closes timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$
#variable_conflict use_column
begin
  return query
    select a.id, r.reader_id, r.child_id, ((greatest(a.due_on, a.drawn_on) + 15)::timestamp at time zone 'Europe/London')
    from audit a
    join audit_reading r on r.service_id = a.service_id and r.audit_id = a.id and r.done_on is null
    join audit_case c on c.service_id = r.service_id and c.id = r.case_id and c.withdrawn_on is null
    where a.service_id = my_service() and a.status = 'reading';
end $$;

-- The cases that an audit may be drawn from: one a child, the latest piece of work begun in the window. An audit of victims' cases
-- is drawn from the children who have a victim's line, the line opened last, and its worker is who last tried to reach them. No names. A record that is
-- sealed from the asker is not among them, nor counted: from counts of narrow windows they would learn its day and kind of work.
create or replace function audit_frame(opens date, closes date, types text[], of_victims boolean default false) returns table (
  child_id uuid, involvement_id uuid, disposal text, tier text, started_on date, ended_on date, sex text, risk text,
  worker_id uuid, team_id uuid, last_audited_on date, victim_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    with latest as (
      select distinct on (i.child_id) i.* from involvement i
      where i.service_id = my_service() and may('audit.manage') and i.started_on between opens and closes and i.type = any (types)
      order by i.child_id, i.started_on desc, i.id),
    hidden as (select x.id from hidden_children() x (id) except select y.id from my_children() y (id))
    select c.id, i.id, i.type, t.attributes ->> 'tier', i.started_on, i.ended_on,
      c.sex, coalesce(s.harm_level, 'not-assessed'), p.id, p.team_id, l.day, v.id
    from latest i
    join child c on c.service_id = i.service_id and c.id = i.child_id and c.merged_into is null
    left join reference_code t on t.list = 'involvement_type' and t.code = i.type
    left join lateral (
      select x.harm_level from assessment x where x.service_id = c.service_id and x.child_id = c.id and x.status = 'signed'
      order by x.signed_on desc, x.created_at desc limit 1) s on true
    left join lateral (
      select x.staff_id from relationship x where x.service_id = c.service_id and x.child_id = c.id and x.kind = 'allocated'
      order by x.ends_at desc nulls first limit 1) w on true
    left join lateral (
      select x.id from victim_involvement x
      where of_victims and x.service_id = c.service_id and x.child_id = c.id and x.wishes <> 'no-direct-victim'
      order by x.created_at desc, x.label desc limit 1) v on true
    left join lateral (
      select x.created_by as staff_id from victim_contact x
      where x.service_id = c.service_id and x.victim_involvement_id = v.id order by x.held_on desc, x.created_at desc limit 1) h on true
    left join staff p on p.service_id = c.service_id and p.id = coalesce(h.staff_id, w.staff_id)
    left join lateral (
      select max(a.drawn_on) as day from audit_case x join audit a on a.service_id = x.service_id and a.id = x.audit_id
      where x.service_id = c.service_id and x.child_id = c.id and x.withdrawn_on is null and (x.victim_id is not null) = of_victims) l on true
    where c.id not in (select x.id from hidden x) and (v.id is not null and may('victim.view') or not of_victims)
    order by c.id
  $$;

-- Why a person must not judge a child's case; a reader asks it of themselves. Kinds are those of src/domain/audits/conflicts.data.ts.
create or replace function audit_ties(children uuid[], people uuid[]) returns table (child_id uuid, staff_id uuid, kind text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select distinct t.* from (
      select r.child_id, r.staff_id, case r.kind when 'allocated' then 'own-case' else 'relationship' end from relationship r
      where r.service_id = my_service() and r.child_id = any (children) and r.staff_id = any (people) and r.kind not in ('sample', 'named-list')
      union all
      select x.child_id, x.countersigned_by, 'countersigned' from assessment x
      where x.service_id = my_service() and x.child_id = any (children) and x.countersigned_by = any (people)
      union all
      select x.child_id, x.created_by, 'oversaw' from oversight_entry x
      where x.service_id = my_service() and x.child_id = any (children) and x.created_by = any (people) and x.kind <> 'break-glass-review'
      union all
      select r.child_id, s.manager_id, 'manages-worker' from relationship r
      join staff s on s.service_id = r.service_id and s.id = r.staff_id
      where r.service_id = my_service() and r.child_id = any (children) and r.kind = 'allocated' and s.manager_id = any (people)
      union all
      select v.child_id, v.created_by, 'reached-victim' from victim_contact v
      where v.service_id = my_service() and v.child_id = any (children) and v.created_by = any (people)
      union all
      select h.id, p.id, 'not-on-list' from unnest(people) p (id) cross join hidden_children() h (id)
      where h.id = any (children) and not exists (
        select 1 from relationship r where r.service_id = my_service() and r.child_id = h.id and r.staff_id = p.id and r.kind = 'named-list'
          and r.starts_at <= now() and (r.ends_at is null or r.ends_at > now()))
    ) t where may('audit.manage') or may('audit.read') and t.staff_id = my_staff()
  $$;

-- The judgements of audits as they stand: one row a case and key question, without the child. `answer` is null until every reading of
-- the case is finished and, where two readers differ, the difference is settled. Percentages are yes of all rows of a key question
-- whose answer is not null; the relevant cases are those that are not not-relevant.
create or replace function audit_outcomes(audits uuid[]) returns table (
  audit_id uuid, "position" integer, tier text, team_id uuid, key_question text, answer text,
  first_answer text, second_answer text, is_moderated boolean, self_view text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select c.audit_id, c.position, c.tier, c.team_id, f.key_question,
      case when r2.id is not null and r2.done_on is null then null
        when m.id is not null then m.answer
        when s.id is not null and s.answer <> f.answer then null
        else f.answer end,
      f.answer, s.answer, m.id is not null, o.self_view
    from audit_case c
    join audit a on a.service_id = c.service_id and a.id = c.audit_id and a.status <> 'cancelled'
    join audit_reading r1 on r1.service_id = c.service_id and r1.case_id = c.id and r1.reading = 'first' and r1.done_on is not null
    join audit_judgement f on f.service_id = c.service_id and f.reading_id = r1.id
    left join audit_reading r2 on r2.service_id = c.service_id and r2.case_id = c.id and r2.reading = 'second'
    left join audit_judgement s on s.service_id = c.service_id and s.reading_id = r2.id and s.key_question = f.key_question and r2.done_on is not null
    left join audit_moderation m on m.service_id = c.service_id and m.case_id = c.id and m.key_question = f.key_question
    left join lateral (
      select e.self_view from oversight_entry e
      where e.service_id = c.service_id and e.child_id = c.child_id and e.self_view is not null and e.entered_on <= a.drawn_on
        and f.key_question = 'management-oversight'
      order by e.entered_on desc, e.created_at desc limit 1) o on true
    where c.service_id = my_service() and may('audit.view') and c.audit_id = any (audits) and c.withdrawn_on is null
      and c.id not in (select u.case_id from unread_cases() u)
  $$;

-- The first readers' answers to prompts, counted, in cases whose readings are all finished.
create or replace function audit_prompt_counts(audits uuid[]) returns table (
  audit_id uuid, key_question text, prompt text, yes integer, no integer, not_applicable integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select c.audit_id, j.key_question, p.key, count(*) filter (where p.value ->> 'answer' = 'yes')::int,
      count(*) filter (where p.value ->> 'answer' = 'no')::int, count(*) filter (where p.value ->> 'answer' = 'not-applicable')::int
    from audit_case c
    join audit a on a.service_id = c.service_id and a.id = c.audit_id and a.status <> 'cancelled'
    join audit_reading r on r.service_id = c.service_id and r.case_id = c.id and r.reading = 'first' and r.done_on is not null
    join audit_judgement j on j.service_id = c.service_id and j.reading_id = r.id
    cross join lateral jsonb_each(j.prompts) p
    where c.service_id = my_service() and may('audit.view') and c.audit_id = any (audits) and c.withdrawn_on is null
      and not exists (select 1 from audit_reading x where x.service_id = c.service_id and x.case_id = c.id and x.done_on is null)
    group by 1, 2, 3
  $$;
revoke all on function my_open_readings(), my_read_cases(), audit_seats(), audit_frame(date, date, text[], boolean),
  audit_ties(uuid[], uuid[]), audit_outcomes(uuid[]), audit_prompt_counts(uuid[]) from public;
grant execute on function my_open_readings(), my_read_cases(), audit_seats(), audit_frame(date, date, text[], boolean),
  audit_ties(uuid[], uuid[]), audit_outcomes(uuid[]), audit_prompt_counts(uuid[]) to foothold_staff;
create or replace function reading_has_begun(wanted uuid) returns boolean language plpgsql stable security definer
  set search_path = public, pg_temp
  as $$
begin
  return exists (select 1 from audit_judgement j where j.service_id = my_service() and j.reading_id = wanted);
end $$;
revoke all on function reading_has_begun(uuid) from public;
grant execute on function reading_has_begun(uuid) to foothold_staff;

-- The number after an audit's last case, counting cases of sealed records too; a number and nothing else.
create or replace function next_case_number(audit uuid) returns integer language sql stable security definer set search_path = public, pg_temp
  as $$
    select coalesce(max(c.position), 0) + 1 from audit_case c where c.service_id = my_service() and c.audit_id = audit
  $$;
revoke all on function next_case_number(uuid) from public;
grant execute on function next_case_number(uuid) to foothold_staff;

-- Access that was given for a reading ends with it: the reading is finished, the reader changed, the case given back or the audit over.
create or replace function end_audit_access(wanted uuid) returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  update relationship r set ends_at = now()
  where r.service_id = my_service() and r.kind = 'sample' and r.reason = 'Reads a case in an audit'
    and (r.ends_at is null or r.ends_at > now()) and (may('audit.manage') or may('audit.read') and r.staff_id = my_staff())
    and r.child_id in (select c.child_id from audit_case c where c.service_id = my_service() and c.audit_id = wanted)
    and not exists (select 1 from audit_seats() s where s.staff_id = r.staff_id and s.child_id = r.child_id);
end $$;
-- Tells the worker what a case's readers found, once every reading is finished and differences are settled. By a reader of it or whoever runs audits.
create or replace function share_audit_feedback(wanted uuid) returns boolean language plpgsql security definer
  set search_path = public, pg_temp as $$
declare found boolean;
begin
  with one as (
    select c.*, a.title, a.framework_id from audit_case c join audit a on a.service_id = c.service_id and a.id = c.audit_id and a.status = 'reading'
    where c.service_id = my_service() and c.id = wanted and c.worker_id is not null and c.withdrawn_on is null
      and (may('audit.manage') or may('audit.read') and c.id in (select my_read_cases()))
      and not exists (select 1 from audit_reading r where r.service_id = c.service_id and r.case_id = c.id and r.done_on is null)),
  agreed as (
    select o.case_id, f.key_question, coalesce(m.answer, f.answer) as answer, coalesce(m.reason, f.reason) as reason,
      m.id is null and s.answer <> f.answer as is_open
    from (select id as case_id, service_id from one) o
    join audit_reading r1 on r1.service_id = o.service_id and r1.case_id = o.case_id and r1.reading = 'first'
    join audit_judgement f on f.service_id = o.service_id and f.reading_id = r1.id
    left join audit_reading r2 on r2.service_id = o.service_id and r2.case_id = o.case_id and r2.reading = 'second'
    left join audit_judgement s on s.service_id = o.service_id and s.reading_id = r2.id and s.key_question = f.key_question
    left join audit_moderation m on m.service_id = o.service_id and m.case_id = o.case_id and m.key_question = f.key_question),
  made as (
    insert into audit_feedback (service_id, id, audit_id, case_id, child_id, worker_id, audit_title, framework_id, strengths, learning, judgements, shared_on)
    select one.service_id, gen_random_uuid(), one.audit_id, one.id, one.child_id, one.worker_id, one.title, one.framework_id,
      (select string_agg(r.strengths, E'\n\n' order by r.reading) from audit_reading r where r.service_id = one.service_id and r.case_id = one.id),
      (select string_agg(r.learning, E'\n\n' order by r.reading) from audit_reading r where r.service_id = one.service_id and r.case_id = one.id),
      (select jsonb_agg(jsonb_build_object('keyQuestion', g.key_question, 'answer', g.answer, 'reason', g.reason) order by g.key_question) from agreed g),
      british_day(now())
    from one where exists (select 1 from agreed) and not exists (select 1 from agreed g where g.is_open)
    on conflict (service_id, case_id) do nothing returning 1)
  select exists (select 1 from made) into found;
  return found;
end $$;
revoke all on function end_audit_access(uuid), share_audit_feedback(uuid) from public;
grant execute on function end_audit_access(uuid), share_audit_feedback(uuid) to foothold_staff;

-- What finished audits found, in counts, for those who see no case of them: yes of all cases of each key question. The rule is that
-- of published figures (src/domain/figures/small-numbers.data.ts): a count of 1 to 5 is not given, nor one that would give it away.
-- Beside the cases a yes gives the no away, so both are looked at; and where one question of an audit was asked in 1 to 5 cases,
-- or in 1 to 5 fewer than another, no question gives its cases but those that were asked in all: the difference would be told.
create or replace function audit_found() returns table (
  title text, theme text, framework_id text, month date, key_question text, yes integer, cases integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    with counted as (
      select a.id, a.title, a.theme, a.framework_id, a.month, f.key_question,
        (count(*) filter (where coalesce(m.answer, f.answer) = 'yes'))::int as yes, count(*)::int as cases
      from audit a
      join audit_case c on c.service_id = a.service_id and c.audit_id = a.id and c.withdrawn_on is null
      join audit_reading r on r.service_id = c.service_id and r.case_id = c.id and r.reading = 'first'
      join audit_judgement f on f.service_id = r.service_id and f.reading_id = r.id
      left join audit_moderation m on m.service_id = c.service_id and m.case_id = c.id and m.key_question = f.key_question
      where a.service_id = my_service() and a.status = 'finished' and may('audit.found')
      group by a.id, a.title, a.theme, a.framework_id, a.month, f.key_question),
    weighed as (
      select k.*, k.cases > 5 and (k.cases = max(k.cases) over audit
        or min(k.cases) over audit > 5 and max(k.cases) over audit - k.cases > 5) as is_told
      from counted k window audit as (partition by k.id))
    select w.title, w.theme, w.framework_id, w.month, w.key_question,
      case when w.is_told and w.yes not between 1 and 5 and w.cases - w.yes not between 1 and 5 then w.yes end,
      case when w.is_told then w.cases end
    from weighed w
    order by w.month desc, w.title, w.id, w.key_question
  $$;
revoke all on function audit_found() from public;
grant execute on function audit_found() to foothold_staff;

-- How many readings of each audit there are and how many are finished, of cases that are not given back: numbers and nothing else, the
-- same for everybody who may see that the audit is read.
create or replace function audit_progress(audits uuid[]) returns table (audit_id uuid, readings integer, done integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select r.audit_id, count(*)::int, count(r.done_on)::int
    from audit_reading r
    join audit_case c on c.service_id = r.service_id and c.id = r.case_id and c.withdrawn_on is null
    where r.service_id = my_service() and may('audit.view') and r.audit_id = any (audits)
    group by r.audit_id
  $$;
revoke all on function audit_progress(uuid[]) from public;
grant execute on function audit_progress(uuid[]) to foothold_staff;

-- What was done for the victim whose case somebody is reading: what and when, in the words of the lists, without names, notes or reasons,
-- which are the vault's. Definer: a reader sees no row of the vault.
create or replace function victim_case_steps(wanted uuid) returns table (day date, what text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    with mine as (
      select c.service_id, c.victim_id from audit_case c
      where c.service_id = my_service() and c.id = wanted and c.victim_id is not null and may('victim.view')
        and exists (
          select 1 from audit_reading r where r.service_id = c.service_id and r.case_id = c.id and r.id in (select my_open_readings()))
    ), steps (day, sort, what) as (
      select v.details_received_on, 1, 'The police gave how to reach them' from mine m
      join victim_involvement v on v.service_id = m.service_id and v.id = m.victim_id where v.details_received_on is not null
      union all
      select x.held_on, 2, coalesce(k.label, x.method) || case when x.reached then ': reached' else ': not reached' end from mine m
      join victim_contact x on x.service_id = m.service_id and x.victim_involvement_id = m.victim_id
      left join reference_code k on k.list = 'victim_contact_method' and k.code = x.method
      union all
      select x.done_on, 3, coalesce(k.label, x.code) || case when x.done_on is null then ': not done' else ': done' end from mine m
      join victim_right x on x.service_id = m.service_id and x.victim_involvement_id = m.victim_id
      left join reference_code k on k.list = 'victim_right' and k.code = x.code)
    select s.day, s.what from steps s order by s.day nulls last, s.sort, s.what
  $$;
revoke all on function victim_case_steps(uuid) from public;
grant execute on function victim_case_steps(uuid) to foothold_staff;
