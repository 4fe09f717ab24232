call guard_table('auth_user');
create policy app_all on auth_user to foothold_app using (true) with check (true);
grant select, insert, update, delete on auth_user to foothold_app;
