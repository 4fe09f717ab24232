call guard_table('auth_verification');
create policy app_all on auth_verification to foothold_app using (true) with check (true);
grant select, insert, update, delete on auth_verification to foothold_app;
