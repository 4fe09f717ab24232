call guard_table('auth_two_factor');
create policy app_all on auth_two_factor to foothold_app using (true) with check (true);
grant select, insert, update, delete on auth_two_factor to foothold_app;
