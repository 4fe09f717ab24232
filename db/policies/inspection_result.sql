call guard_table('inspection_result', 'RC16');
create policy staff_read on inspection_result for select to foothold_staff
  using (service_id = (select my_service()) and (select may('statistics.view')));
create policy staff_add on inspection_result for insert to foothold_staff
  with check (service_id = (select my_service()) and (select may('statistics.results')));
call grant_columns('inspection_result', false);
