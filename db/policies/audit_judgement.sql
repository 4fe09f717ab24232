-- Written by the reader until the reading is finished; read by those who run audits once every reading of the case is.
call guard_table('audit_judgement', 'RC14');
create policy staff_read on audit_judgement for select to foothold_staff using (
  service_id = (select my_service())
  and (reader_id = (select my_staff()) and (select may('audit.read'))
    or (select may('audit.manage')) and (child_id in (select m from my_children() m) or child_id not in (select h from hidden_children() h))
      and case_id not in (select u.case_id from unread_cases() u)));
create policy staff_add on audit_judgement for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('audit.read')) and reader_id = (select my_staff())
  and reading_id in (select my_open_readings())
  and case_id in (select r.case_id from audit_reading r where r.id = reading_id and r.child_id = audit_judgement.child_id)
  and (child_id = any ((select children_apart())::uuid[])) <> (select my_scope() = 'service'));
create policy staff_change on audit_judgement for update to foothold_staff
  using (service_id = (select my_service()) and reader_id = (select my_staff()) and reading_id in (select my_open_readings()))
  with check (service_id = (select my_service()));
call grant_columns('audit_judgement', false);
grant update (answer, reason, prompts, evidence) on audit_judgement to foothold_staff;
