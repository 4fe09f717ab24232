call guard_table('auth_session');
create policy app_all on auth_session to foothold_app using (true) with check (true);
grant select, insert, update, delete on auth_session to foothold_app;
