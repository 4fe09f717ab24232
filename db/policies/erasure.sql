-- Read by whoever may erase and by whoever watches them; written only by the function that erases.
call guard_table('erasure');
create policy staff_read on erasure for select to foothold_staff using (
  service_id = (select my_service()) and ((select may('record.erase')) or (select may('access.oversee-heads'))));
grant select on erasure to foothold_staff;
-- A record was erased: whoever watches over the heads of service is told, and every other who may erase.
create or replace function tell_of_erasure() returns trigger language plpgsql security definer
  set search_path = public, pg_temp
  as $$
begin
  insert into access_notice (service_id, id, kind, record_number, done_by, for_staff, for_permission)
    select distinct on (t.staff_id) new.service_id, gen_random_uuid(), 'record-erased', new.child_number, new.erased_by, t.staff_id, t.permission
    from unnest('{access.oversee-heads,record.erase}'::text[]) p (permission)
    cross join lateral told_of(p.permission, array[new.erased_by]) t
    where t.staff_id is not null or p.permission = 'access.oversee-heads';
  return null;
end $$;
revoke all on function tell_of_erasure() from public;
create or replace trigger tells_of_erasure after insert on erasure for each row execute function tell_of_erasure();
