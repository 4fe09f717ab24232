call guard_table('panel', 'RC2');
create policy staff_read on panel for select to foothold_staff using (
  service_id = (select my_service()) and ((select my_scope()) = 'service' or id in (select my_panels())));
create policy staff_add on panel for insert to foothold_staff with check (service_id = (select my_service()) and (select may('panel.manage')));
create policy staff_change on panel for update to foothold_staff
  using (service_id = (select my_service()) and (select may('panel.manage'))) with check (service_id = (select my_service()));
call grant_columns('panel', true);

-- A panel that is moved takes its members' reading with it: what was open for the old days ends, and the same people may
-- read in the new ones. Definer, because whoever runs panels does not see the ties of a sealed child.
create or replace function move_panel_reading() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
begin
  with ended as (
    update relationship r set ends_at = greatest(r.starts_at, least(now(), r.ends_at))
      where r.service_id = old.service_id and r.kind = 'panel' and r.starts_at = old.window_opens and r.ends_at = old.window_closes
        and r.ends_at > now()
        and r.staff_id in (select a.staff_id from panel_attendee a where a.service_id = old.service_id and a.panel_id = old.id)
        and r.child_id in (select i.child_id from panel_item i where i.service_id = old.service_id and i.panel_id = old.id)
        and not exists (
          select 1 from panel p
          join panel_attendee a on a.service_id = p.service_id and a.panel_id = p.id and a.staff_id = r.staff_id
          join panel_item i on i.service_id = p.service_id and i.panel_id = p.id and i.child_id = r.child_id
          where p.service_id = old.service_id and p.id <> old.id and p.status <> 'cancelled'
            and p.window_opens = old.window_opens and p.window_closes = old.window_closes)
      returning r.child_id, r.staff_id, r.reason)
  insert into relationship (service_id, id, child_id, staff_id, kind, starts_at, ends_at, reason)
    select new.service_id, gen_random_uuid(), e.child_id, e.staff_id, 'panel', new.window_opens, new.window_closes, e.reason from ended e;
  return null;
end $$;
revoke all on function move_panel_reading() from public;
create or replace trigger moves_reading after update on panel for each row
  when (new.status = 'planned' and (old.window_opens, old.window_closes) is distinct from (new.window_opens, new.window_closes))
  execute function move_panel_reading();
