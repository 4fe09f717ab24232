-- The standards whose every table this person may read.
create or replace function my_standards() returns setof text language plpgsql stable as $$
begin
  return query
    select s.name from standard s
    where s.needs <@ (select my_read() || claims_of('app.may'));
end $$;
revoke all on function my_standards() from public;
grant execute on function my_standards() to foothold_staff;
-- Whether the row of a seldom kind of duty is read, asked as the reader, under the row's own policy.
create or replace function reads_subject(kind text, subject uuid) returns boolean language plpgsql stable as $$
begin
  if kind = 'audit-feedback' then
    return (select true from audit_feedback f where f.service_id = my_service() and f.id = subject);
  elsif kind = 'audit-reading' then
    -- Who reads a case is between the reader and whoever runs the audit.
    return (select true from audit_reading r where r.service_id = my_service() and r.id = subject and r.reader_id = my_staff()
      and (r.child_id in (select m from my_children() m) or r.child_id not in (select h from hidden_children() h)));
  elsif kind in ('court-report', 'court-report-check') then
    return (select true from court_report r where r.service_id = my_service() and r.id = subject);
  elsif kind = 'letter' then
    -- One to a person harmed is of their vault, and one to a family of those who work with the child.
    return (select true from letter l where l.service_id = my_service() and l.id = reads_subject.subject);
  elsif kind = 'break-glass' then
    return (select true from break_glass b where b.service_id = my_service() and b.id = subject);
  end if;
  return false;
end $$;
revoke all on function reads_subject(text, uuid) from public;
grant execute on function reads_subject(text, uuid) to foothold_staff;
call guard_table('duty');
-- A duty is read by whoever reads all that it is made of. Where a table asks more of a reader than class and child, or less of
-- the person whom a row names, the row itself is asked for, under its own policy: (select true …) and not exists, which the planner
-- would answer by reading such a table whole. Seldom ones are asked for by a function, so that not every statement makes them ready.
create policy staff_read on duty for select to foothold_staff using (
  service_id = (select my_service())
  and case link_kind
    when 'action' then (select true from action a where a.service_id = duty.service_id and a.id = duty.subject_id)
    when 'information' then (select true from information_request i where i.service_id = duty.service_id and i.id = duty.subject_id)
    when 'audit-feedback' then reads_subject(link_kind, subject_id)
    when 'audit-reading' then owner_id = (select my_staff()) and reads_subject(link_kind, subject_id)
    when 'break-glass' then reads_subject(link_kind, subject_id)
    when 'sealed-list' then (select may('record.restrict'))
    when 'inspection' then owner_id = (select my_staff()) or owner_id is null and (select may('inspection.edit'))
    when 'audit' then owner_id = (select my_staff()) or owner_id is null and (select may('audit.manage'))
    when 'court-report' then standard_view in (select my_standards()) and reads_subject(link_kind, subject_id)
    when 'court-report-check' then standard_view in (select my_standards()) and reads_subject(link_kind, subject_id)
    when 'letter' then standard_view in (select my_standards()) and reads_subject(link_kind, subject_id)
    when 'time-limit' then (select may('record.erase'))
    when 'national-figure' then owner_id = (select my_staff()) or owner_id is null and (select may('figures.sign'))
    when 'snapshot' then owner_id = (select my_staff()) or owner_id is null and (select may('figures.sign'))
    when 'board-seat' then (select may('board.seat'))
    else standard_view in (select my_standards()) and child_id is not null
      and (child_id = any ((select children_apart())::uuid[])) <> (select my_scope() = 'service')
  end);
-- Written by the database alone.
grant select on duty to foothold_staff;
-- How much a victim worker still owes those harmed, for whoever closes the work with the child: a count, and nothing of what or whom.
create or replace function victim_duties_open(wanted uuid) returns integer language plpgsql stable security definer
  set search_path = public, pg_temp as $$
begin
  if not (may('closure.write') or may('closure.approve')) then return null; end if;
  return (
    select count(*)::int from duty d
    where d.service_id = my_service() and d.child_id = wanted and d.standard_view = 'due_victim_right_given' and d.done_on is null
      and (wanted in (select m from my_children() m) or my_scope() = 'service' and wanted not in (select h from hidden_children() h)));
end $$;
revoke all on function victim_duties_open(uuid) from public;
grant execute on function victim_duties_open(uuid) to foothold_staff;
