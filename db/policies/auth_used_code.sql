call guard_table('auth_used_code');
create policy app_all on auth_used_code to foothold_app using (true) with check (true);
grant select, insert, update, delete on auth_used_code to foothold_app;
