call guard_table('auth_rate_limit');
create policy app_all on auth_rate_limit to foothold_app using (true) with check (true);
grant select, insert, update, delete on auth_rate_limit to foothold_app;
