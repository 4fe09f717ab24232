call guard_table('break_glass', 'RC1');
create policy staff_read on break_glass for select to foothold_staff using (
  service_id = (select my_service()) and (staff_id = (select my_staff()) or (select may('break-glass.review'))));
create policy staff_add on break_glass for insert to foothold_staff with check (
  service_id = (select my_service()) and staff_id = (select my_staff()) and (select may('break-glass.use')) and reviewed_at is null
  and starts_at between now() - interval '1 minute' and now() + interval '1 minute');
create policy staff_change on break_glass for update to foothold_staff
  using (service_id = (select my_service()) and (select may('break-glass.review')) and staff_id <> (select my_staff()) and reviewed_at is null)
  with check (service_id = (select my_service()) and reviewed_by = (select my_staff()));
call grant_columns('break_glass', false);
grant update (reviewed_at, reviewed_by, review_finding, review_note) on break_glass to foothold_staff;
create or replace trigger c_children after insert or update or delete on break_glass for each statement execute function find_children_again();
