call guard_table('assessment_template');
-- What comes with Foothold is every service's.
create policy everyone_reads on assessment_template for select to foothold_staff, foothold_app using (service_id is null);
create policy staff_read on assessment_template for select to foothold_staff using (service_id = (select my_service()));
-- What is loaded is used from no day yet; what it says is never changed afterwards, for answers are read by it.
create policy admin_add on assessment_template for insert to foothold_staff
  with check (service_id = (select my_service()) and (select may('rules.manage')) and valid_from is null);
create policy admin_change on assessment_template for update to foothold_staff
  using (service_id = (select my_service()) and (select may('rules.manage'))) with check (service_id = (select my_service()));
create policy admin_drop on assessment_template for delete to foothold_staff
  using (service_id = (select my_service()) and (select may('rules.manage')));
grant select on assessment_template to foothold_staff, foothold_app;
grant insert (service_id, id, version, tool, title, content, created_by), update (valid_from, valid_to, activated_by), delete
  on assessment_template to foothold_staff;
