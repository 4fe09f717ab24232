-- Who agreed to be quoted is for those who hold the inspection; the notice has the words themselves.
call guard_table('press_quotation', 'RC14');
create policy staff_read on press_quotation for select to foothold_staff using (
  service_id = (select my_service()) and (select may('inspection.view')) and inspection_id in (select i.id from inspection i));
create policy staff_add on press_quotation for insert to foothold_staff with check (
  service_id = (select my_service()) and inspection_id in (select inspections_told_of()));
create policy staff_change on press_quotation for update to foothold_staff
  using (service_id = (select my_service()) and inspection_id in (select inspections_told_of()))
  with check (service_id = (select my_service()));
call grant_columns('press_quotation', false);
grant update (words, said_by, evidence_id, text_part, consent, consented_on, consent_detail) on press_quotation to foothold_staff;
