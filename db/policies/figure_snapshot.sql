-- Read by whoever may read the service's own figures. An analyst freezes and signs in their own name; a head of service, who did not
-- freeze them, signs or sends back, and then nobody changes anything.
call guard_table('figure_snapshot', 'RC16');
create policy staff_read on figure_snapshot for select to foothold_staff using (service_id = (select my_service()) and (select may('figures.own')));
create policy analyst_add on figure_snapshot for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('figures.freeze')) and frozen_by = (select my_staff()) and status = 'waiting');
create policy head_answers on figure_snapshot for update to foothold_staff
  using (service_id = (select my_service()) and (select may('figures.sign')) and status = 'waiting' and frozen_by <> (select my_staff()))
  with check (service_id = (select my_service()) and answered_by = (select my_staff()) and status in ('signed', 'returned'));
call grant_columns('figure_snapshot', false);
grant update (status, answered_at, answered_by, answer_note) on figure_snapshot to foothold_staff;
