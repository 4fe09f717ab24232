-- Made by share_audit_feedback() alone. Read by the worker it is about and by those who run audits; closed by the manager who talks it through.
call guard_table('audit_feedback', 'RC14');
create policy staff_read on audit_feedback for select to foothold_staff using (
  service_id = (select my_service())
  and (worker_id = (select my_staff()) or (select may('audit.manage')))
  and (child_id in (select m from my_children() m) or child_id not in (select h from hidden_children() h)));
create policy staff_change on audit_feedback for update to foothold_staff
  using (service_id = (select my_service()) and (select may('oversight.write')) and worker_id <> (select my_staff()) and discussed_on is null
    and (child_id in (select m from my_children() m) or child_id not in (select h from hidden_children() h)))
  with check (service_id = (select my_service()) and discussed_by = (select my_staff()));
call grant_columns('audit_feedback', false);
revoke insert on audit_feedback from foothold_staff;
grant update (discussed_on, discussed_by, entry_id) on audit_feedback to foothold_staff;
