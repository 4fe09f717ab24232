call guard_table('auth_account');
create policy app_all on auth_account to foothold_app using (true) with check (true);
grant select, insert, update, delete on auth_account to foothold_app;
