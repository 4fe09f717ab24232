call guard_table('staff', 'RC19');
create policy staff_read on staff for select to foothold_staff using (service_id = (select my_service()));
-- No one changes their own access.
create policy admin_add on staff for insert to foothold_staff with check (service_id = (select my_service()) and (select may('staff.manage')));
create policy admin_change on staff for update to foothold_staff
  using (service_id = (select my_service()) and (select may('staff.manage')) and id <> (select my_staff()))
  with check (service_id = (select my_service()));
-- The app finds who has signed in before there are any claims.
create policy app_read on staff for select to foothold_app using (true);
create policy app_link on staff for update to foothold_app using (auth_user_id is null) with check (true);
call grant_columns('staff', true);
-- Who signs in as whom is set by give_sign_in() and by single sign-on alone.
revoke insert (auth_user_id), update (auth_user_id) on staff from foothold_staff;
grant select on staff to foothold_app;
grant update (auth_user_id) on staff to foothold_app;
