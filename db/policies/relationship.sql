call guard_table('relationship', 'RC1');
create policy staff_read on relationship for select to foothold_staff using (
  service_id = (select my_service())
  and (staff_id = (select my_staff())
    or ((select may_read('RC1S')) and (child_id = any ((select children_apart())::uuid[])) <> (select my_scope() = 'service'))
    or (kind = 'named-list' and (select may('record.restrict')))));
create policy staff_add on relationship for insert to foothold_staff with check (
  service_id = (select my_service()) and (
    (kind in ('allocated', 'co-worker', 'partner', 'sample', 'duty') and (select may('child.allocate'))
      and (child_id in (select m from my_children() m) or child_id not in (select h from hidden_children() h)))
    or (kind = 'panel' and ((select may('panel.manage')) or ((select may('panel.prepare')) and child_id in (select m from my_children() m)))
      and (child_id in (select m from my_children() m) or child_id not in (select h from hidden_children() h))
      and exists (select 1 from panel_seats() s where s.staff_id = relationship.staff_id and s.child_id = relationship.child_id
        and s.window_opens = relationship.starts_at and s.window_closes = relationship.ends_at))
    or (kind = 'sample' and (select may('audit.manage'))
      and exists (select 1 from audit_seats() s where s.staff_id = relationship.staff_id and s.child_id = relationship.child_id
        and s.closes = relationship.ends_at))
    or (kind = 'named-list' and (select may('record.restrict')))
    or (kind = 'information-request' and (select may('information.ask')) and child_id in (select m from my_children() m))
    or (kind = 'information-request' and (select may('child.allocate')) and child_id not in (select h from hidden_children() h))
    or (kind = 'duty' and staff_id = (select my_staff()) and (select may('child.create'))
      and child_id in (select c.id from child_made_by_me() c))));
create policy staff_change on relationship for update to foothold_staff
  using (service_id = (select my_service()) and (
    ((select may('child.allocate')) and kind <> 'named-list' and (child_id in (select m from my_children() m) or child_id not in (select h from hidden_children() h)))
    or (kind = 'panel' and (select may('panel.manage')))
    or (kind = 'named-list' and (select may('record.restrict')))
    or (kind = 'information-request' and child_id in (select m from my_children() m)
      and ((select may('information.ask')) or staff_id in (select s.id from staff s where s.agency = (select my_agency()))))))
  with check (service_id = (select my_service()));
call grant_columns('relationship', false);
grant update (ends_at, conflict_check, conflict_note) on relationship to foothold_staff;
-- Longer access is a new tie, with its own maker and reason: whoever may end one may not put its end off. A merge that is taken back
-- puts back the end that it set itself; it runs as the owner.
create or replace function tie_ends_no_later() returns trigger language plpgsql as $$
begin
  if current_user = 'foothold_staff' and coalesce(new.ends_at, 'infinity') > coalesce(old.ends_at, 'infinity') then
    raise exception 'the end of a tie may only be brought nearer' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger b_ends_no_later before update on relationship for each row execute function tie_ends_no_later();
create or replace trigger c_children after insert or update or delete on relationship for each statement execute function find_children_again();
-- What is open with a child goes to whoever works with them next: what was planned, promised and to be looked at again by somebody who
-- does not work with the child any more.
create or replace function work_goes_along() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare gone uuid[];
begin
  if new.kind <> 'allocated' or new.ends_at is not null then return null; end if;
  gone := array(
    select distinct r.staff_id from relationship r
    where r.service_id = new.service_id and r.child_id = new.child_id and r.kind = 'allocated' and r.ends_at is not null
      and not exists (select 1 from relationship k
        where k.service_id = r.service_id and k.child_id = r.child_id and k.staff_id = r.staff_id and k.ends_at is null
          and k.kind in ('allocated', 'co-worker', 'partner', 'duty')));
  update contact set worker_id = new.staff_id
    where service_id = new.service_id and child_id = new.child_id and status = 'planned' and worker_id = any (gone);
  update warning set owner_id = new.staff_id
    where service_id = new.service_id and child_id = new.child_id and ended_on is null and owner_id = any (gone);
  update action a set owner_id = s.id, owner_name = s.name, agency = s.agency from staff s
    where s.service_id = new.service_id and s.id = new.staff_id
      and a.service_id = new.service_id and a.child_id = new.child_id and a.done_on is null and a.owner_id = any (gone);
  return null;
end $$;
create or replace trigger y_work_goes_along after insert on relationship for each row execute function work_goes_along();
revoke all on function work_goes_along() from public;
