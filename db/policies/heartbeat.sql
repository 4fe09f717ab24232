-- The server's alone.
call guard_table('heartbeat');
create policy app_all on heartbeat to foothold_app using (true) with check (true);
grant select on heartbeat to foothold_app;
grant update (beat_at) on heartbeat to foothold_app;
