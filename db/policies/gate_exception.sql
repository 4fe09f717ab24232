-- Whoever does the work may record the exception; only a manager reviews it, and never their own.
call protect_child_table('gate_exception', 'RC2S', 'RC2');
alter policy staff_change on gate_exception using (
  service_id = (select my_service()) and (select may('exception.review')) and created_by <> (select my_staff())
  and (child_id not in (select hidden_children()) or child_id in (select my_children())));
revoke update on gate_exception from foothold_staff;
grant update (reviewed_on, reviewed_by, review_note) on gate_exception to foothold_staff;
