alter table service enable row level security;
alter table service force row level security;
drop policy if exists owner_all on service;
create policy owner_all on service to current_user using (true) with check (true);
drop policy if exists staff_read on service;
create policy staff_read on service for select to foothold_staff using (id = (select my_service()));
drop policy if exists app_read on service;
create policy app_read on service for select to foothold_app using (true);
grant select on service to foothold_staff, foothold_app;
