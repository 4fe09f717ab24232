-- Seen by its writer alone.
call guard_table('held_form');
create policy own on held_form to foothold_staff
  using (service_id = (select my_service()) and staff_id = (select my_staff()))
  with check (service_id = (select my_service()) and staff_id = (select my_staff()));
grant select, insert, update, delete on held_form to foothold_staff;
-- What nobody sent on in a month, and what was sent on a week ago, goes whenever a form is held: its writer may never come back.
create or replace function drop_old_held_forms() returns void language sql security definer set search_path = public, pg_temp
  as $$ delete from held_form where held_at < now() - interval '30 days' or sent_at < now() - interval '7 days' $$;
revoke all on function drop_old_held_forms() from public;
grant execute on function drop_old_held_forms() to foothold_staff;
