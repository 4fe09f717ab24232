-- Plans and dates of audits hold nothing about a child: whoever may look at audits reads them.
call guard_table('audit', 'RC14');
create policy staff_read on audit for select to foothold_staff using (service_id = (select my_service()) and (select may('audit.view')));
create policy staff_add on audit for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('audit.manage')) and status = 'planned');
create policy staff_change on audit for update to foothold_staff
  using (service_id = (select my_service()) and (select may('audit.manage')) and status in ('planned', 'reading'))
  with check (service_id = (select my_service()));
call grant_columns('audit', true);
