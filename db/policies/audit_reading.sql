-- A reader is chosen by whoever runs the audit, and never for a case they worked, countersigned or oversee. Only the reader finishes it.
call guard_table('audit_reading', 'RC14');
create policy staff_read on audit_reading for select to foothold_staff using (
  service_id = (select my_service())
  and (reader_id = (select my_staff()) and (select may('audit.read'))
    or (select may('audit.manage')) and child_id not in (select h from hidden_children() h)
    or (select may('audit.manage')) and child_id in (select m from my_children() m)));
create policy staff_add on audit_reading for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('audit.manage')) and done_on is null and strengths is null and learning is null
  and case_id in (select c.id from audit_case c where c.child_id = audit_reading.child_id and c.audit_id = audit_reading.audit_id)
  and may_be_reader(audit_id, case_id, child_id, reader_id));
create policy staff_change on audit_reading for update to foothold_staff
  using (service_id = (select my_service()) and id in (select my_open_readings()))
  with check (service_id = (select my_service()) and reader_id = (select my_staff()) and id in (select my_open_readings())
    and (done_on is null or done_on = british_day(now())));
-- Another reader may be chosen as long as nothing has been judged, by somebody who could have read it themselves.
create policy another_reader on audit_reading for update to foothold_staff
  using (service_id = (select my_service()) and (select may('audit.manage')) and done_on is null
    and (child_id in (select m from my_children() m) or child_id not in (select h from hidden_children() h))
    and not reading_has_begun(id) and not exists (select 1 from audit_ties(array[child_id], array[(select my_staff())])))
  with check (service_id = (select my_service()) and done_on is null and strengths is null and learning is null
    and may_be_reader(audit_id, case_id, child_id, reader_id));
call grant_columns('audit_reading', false);
grant update (reader_id, strengths, learning, done_on) on audit_reading to foothold_staff;
-- Read through reading_words(), which opens them once the case is read.
revoke select (strengths, learning) on audit_reading from foothold_staff;
create or replace trigger b_reading_stays before update of reader_id on audit_reading for each row
  when (new.reader_id is distinct from old.reader_id) execute function reading_stays();
create or replace trigger c_needs_two after insert or update of reader_id on audit_reading for each row execute function audit_needs_two();
