-- Written by the server at the door, where there are no claims yet, and by the database itself when somebody's sign-in is started
-- again; changed by no one. Everybody reads their own; who may watch access reads what they read of the access log.
call guard_table('sign_in_event');
create policy staff_read on sign_in_event for select to foothold_staff using (
  service_id = (select my_service()) and (staff_id = (select my_staff())
    or ((select may_read('RC18')) and ((select may('access-log.all')) or staff_id in (select my_team())))));
create policy app_add on sign_in_event for insert to foothold_app with check (done_by is null);
grant select on sign_in_event to foothold_staff;
-- The moment is the database's own.
grant insert (service_id, staff_id, kind, method, address, browser) on sign_in_event to foothold_app;
