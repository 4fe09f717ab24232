-- A register names many children: read by those who go to court or receive referrals, changed by those who bring registers in.
call guard_table('court_register', 'RC2');
create policy staff_read on court_register for select to foothold_staff using (service_id = (select my_service()) and (select may('register.view')));
create policy staff_add on court_register for insert to foothold_staff with check (service_id = (select my_service()) and (select may('register.import')));
create policy staff_change on court_register for update to foothold_staff
  using (service_id = (select my_service()) and (select may('register.import'))) with check (service_id = (select my_service()));
call grant_columns('court_register', true);
