call guard_table('service');
create policy staff_read on service for select to foothold_staff using (id = (select my_service()));
create policy app_read on service for select to foothold_app using (true);
grant select on service to foothold_staff, foothold_app;
