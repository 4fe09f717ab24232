-- Read by whoever may erase and by whoever watches them; written only by the function that erases.
call guard_table('erasure');
create policy staff_read on erasure for select to foothold_staff using (
  service_id = (select my_service()) and ((select may('record.erase')) or (select may('access.oversee-heads'))));
grant select on erasure to foothold_staff;
