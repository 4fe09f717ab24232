-- The log of factual accuracy closes when the report is published.
call guard_table('inspection_point', 'RC14');
create policy staff_read on inspection_point for select to foothold_staff using (
  service_id = (select my_service()) and (select may('inspection.view')) and inspection_id in (select i.id from inspection i));
create policy staff_add on inspection_point for insert to foothold_staff with check (
  service_id = (select my_service()) and inspection_id in (select my_inspections('inspection.edit')));
create policy staff_change on inspection_point for update to foothold_staff
  using (service_id = (select my_service()) and inspection_id in (select my_inspections('inspection.edit')))
  with check (service_id = (select my_service()));
call grant_columns('inspection_point', false);
grant update (place, point, raised_by, raised_on, evidence, answer, answer_reason, answered_on) on inspection_point to foothold_staff;
