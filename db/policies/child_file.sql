-- A file is seen by those who read what it is about, and put there by those who write it.
call protect_classed_table('child_file');
-- What was put there is changed in one thing alone: that it was taken off, and why.
revoke update on child_file from foothold_staff;
grant update (withdrawn_on, withdrawn_reason) on child_file to foothold_staff;
create policy withdrawn_once on child_file as restrictive for update to foothold_staff
  using (withdrawn_on is null) with check (withdrawn_on is not null);
-- A record holds 200 files and 250 MB, those that were taken off too: nobody fills the disk from one child's page. Definer,
-- because files of kinds that its asker may not read take room as well; of a child whom they do not see it tells nothing.
create or replace function room_for_file(child uuid, more integer) returns boolean language sql stable security definer
  set search_path = public, pg_temp
  as $$
  select (room_for_file.child = any ((select children_apart())::uuid[])) = (select my_scope() = 'service') or (
    select count(*) < 200 and coalesce(sum(f.bytes), 0) + room_for_file.more <= 250 * 1024 * 1024
    from child_file f where f.service_id = my_service() and f.child_id = room_for_file.child)
$$;
revoke all on function room_for_file(uuid, integer) from public;
grant execute on function room_for_file(uuid, integer) to foothold_staff;
create policy within_room on child_file as restrictive for insert to foothold_staff with check (room_for_file(child_id, bytes));
