-- Findings are part of the report, so whoever reads the inspection reads them; they are written until it is published.
call guard_table('inspection_evidence', 'RC14');
create policy staff_read on inspection_evidence for select to foothold_staff using (
  service_id = (select my_service()) and (select may('inspection.progress')) and inspection_id in (select i.id from inspection i));
create policy staff_add on inspection_evidence for insert to foothold_staff with check (
  service_id = (select my_service()) and inspection_id in (select my_inspections('inspection.edit')));
create policy staff_change on inspection_evidence for update to foothold_staff
  using (service_id = (select my_service()) and inspection_id in (select my_inspections('inspection.edit')))
  with check (service_id = (select my_service()));
call grant_columns('inspection_evidence', false);
grant update (key_question, bears, finding, source, source_detail, seen_on, withdrawn_reason) on inspection_evidence to foothold_staff;
