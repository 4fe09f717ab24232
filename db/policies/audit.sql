-- Plans and dates of audits hold nothing about a child: whoever may look at audits reads them.
call guard_table('audit', 'RC14');
create policy staff_read on audit for select to foothold_staff using (service_id = (select my_service()) and (select may('audit.view')));
create policy staff_add on audit for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('audit.manage')) and status = 'planned'
  and lead_id in (select s.id from staff s where role_may(s.role, 'audit.manage')));
create policy staff_change on audit for update to foothold_staff
  using (service_id = (select my_service()) and (select may('audit.manage')) and status in ('planned', 'reading'))
  with check (service_id = (select my_service()) and (drawn_on is null or drawn_on <= british_day(now()))
    and lead_id in (select s.id from staff s where role_may(s.role, 'audit.manage'))
    and (status <> 'finished' or audit_open_cases(id) = 0));
call grant_columns('audit', true);
create or replace trigger c_needs_two after update of lead_id on audit for each row
  when (old.lead_id is distinct from new.lead_id) execute function audit_needs_two();
