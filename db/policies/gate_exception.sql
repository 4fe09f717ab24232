-- Whoever does the work may record the exception; only a manager reviews it, and never their own.
call protect_child_table('gate_exception', 'RC2S', 'RC2');
create policy begins_unreviewed on gate_exception as restrictive for insert to foothold_staff
  with check (reviewed_on is null and reviewed_by is null and review_note is null);
alter policy staff_change on gate_exception using (
  service_id = (select my_service()) and (select may('exception.review')) and created_by <> (select my_staff()) and reviewed_on is null
  and (child_id in (select m from my_children() m) or child_id not in (select h from hidden_children() h)))
with check (service_id = (select my_service()) and reviewed_by = (select my_staff()));
revoke update on gate_exception from foothold_staff;
grant update (reviewed_on, reviewed_by, review_note) on gate_exception to foothold_staff;
