-- Whoever made an address sees that there is one, makes another or ends it. The server finds whose an address is before there are claims.
call guard_table('diary_feed');
create policy own on diary_feed to foothold_staff
  using (service_id = (select my_service()) and staff_id = (select my_staff()))
  with check (service_id = (select my_service()) and staff_id = (select my_staff()));
grant select (service_id, staff_id, made_at), insert (service_id, staff_id, mark), delete on diary_feed to foothold_staff;
create policy app_read on diary_feed for select to foothold_app using (true);
grant select (service_id, staff_id, mark) on diary_feed to foothold_app;
