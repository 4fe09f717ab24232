-- Written by whoever looks, for themselves; changed by no one. A practice manager reads the lines of their team's people and those
-- about children their team holds; the head of service and the administrator read all; everybody their own.
call guard_table('access_log');
create policy staff_read on access_log for select to foothold_staff using (
  service_id = (select my_service()) and (staff_id = (select my_staff())
    or ((select may_read('RC18'))
      and ((select may('access-log.all')) or staff_id in (select my_team()) or child_id in (select my_team_children()))
      and (child_id is null or child_id not in (select h from hidden_children() h) or child_id in (select m from my_children() m) or (select may('record.restrict'))))
    -- Whoever reviews an emergency must see what was opened in it.
    or (via = 'break-glass' and (select may('break-glass.review')))));
create policy staff_add on access_log for insert to foothold_staff with check (
  service_id = (select my_service()) and staff_id = (select my_staff()));
grant select on access_log to foothold_staff;
-- The moment is the database's own: nobody logs a look, or a purpose, at another time.
grant insert (service_id, id, child_id, staff_id, kind, page, purpose, via) on access_log to foothold_staff;

-- Whether this person said lately why they look at a child with whom they do not work. Their own lines, which they may read: asked
-- here, so that opening a record need not make ready all that the log asks of those who read others' lines.
create or replace function gave_purpose(child uuid) returns boolean language plpgsql stable security definer
  set search_path = public, pg_temp
  as $$
begin
  return exists (select 1 from access_log l where l.service_id = my_service() and l.child_id = child and l.staff_id = my_staff()
    and l.kind = 'purpose' and l.at > now() - interval '12 hours');
end $$;
revoke all on function gave_purpose(uuid) from public;
grant execute on function gave_purpose(uuid) to foothold_staff;
