call guard_table('room', 'RC18');
create policy staff_read on room for select to foothold_staff using (service_id = (select my_service()));
create policy keeper_add on room for insert to foothold_staff with check (service_id = (select my_service()) and (select may('room.manage')));
create policy keeper_change on room for update to foothold_staff
  using (service_id = (select my_service()) and (select may('room.manage'))) with check (service_id = (select my_service()));
call grant_columns('room', true);

-- When a worker or a room is taken on a day, also by what the asker does not see: that it is, from when and for how long, and
-- never by whom.
create or replace function taken_on(on_day date, worker uuid, room uuid, but_not uuid)
  returns table (whose text, what text, clock text, minutes integer) language plpgsql stable security definer set search_path = public, pg_temp
  as $$
declare
  begins timestamptz := on_day::timestamp at time zone 'Europe/London';
  ends timestamptz := (on_day + 1)::timestamp at time zone 'Europe/London';
begin
  if not may('diary.view') then return; end if;
  return query
    select 'worker', 'contact', british_clock(k.planned_at), k.minutes from contact k
      where k.service_id = my_service() and k.worker_id = worker and k.status = 'planned' and k.id <> but_not
        and coalesce(k.held_at, k.planned_at) >= begins and coalesce(k.held_at, k.planned_at) < ends
    union all
    select 'room', 'contact', british_clock(k.planned_at), k.minutes from contact k
      where k.service_id = my_service() and k.room_id = room and k.status = 'planned' and k.id <> but_not
        and coalesce(k.held_at, k.planned_at) >= begins and coalesce(k.held_at, k.planned_at) < ends
    union all
    select 'worker', 'hearing', h.listed_at, null::integer from hearing h
      where h.service_id = my_service() and h.covered_by = worker and h.listed_on = on_day and h.state = 'expected'
    union all
    select 'worker', 'panel', british_clock(p.starts_at), null from panel p
      where p.service_id = my_service() and p.status = 'planned' and p.starts_at >= begins and p.starts_at < ends
        and exists (select 1 from panel_attendee a where a.service_id = p.service_id and a.panel_id = p.id and a.staff_id = worker
          and a.attended in ('expected', 'attended'))
    union all
    select 'room', 'panel', british_clock(p.starts_at), null from panel p
      join room r on r.service_id = p.service_id and r.id = room and lower(r.name) = lower(p.place)
      where p.service_id = my_service() and p.status = 'planned' and p.starts_at >= begins and p.starts_at < ends;
end $$;
revoke all on function taken_on(date, uuid, uuid, uuid) from public;
grant execute on function taken_on(date, uuid, uuid, uuid) to foothold_staff;
