-- Whoever runs audits sees every case of a sample but sealed records; an inspector sees those of their own sample.
-- Who may not judge a case does not give it back either, unless nobody is left who may settle it, or who runs audits and may.
call guard_table('audit_case', 'RC14');
create policy staff_read on audit_case for select to foothold_staff using (
  service_id = (select my_service())
  and ((select may('audit.manage')) and child_id not in (select h from hidden_children() h)
    or (select may('audit.view')) and child_id in (select m from my_children() m)));
create policy staff_add on audit_case for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('audit.manage'))
  and (child_id in (select m from my_children() m) or child_id not in (select h from hidden_children() h))
  and audit_id in (select a.id from audit a where a.status in ('planned', 'reading')));
create policy staff_change on audit_case for update to foothold_staff
  using (service_id = (select my_service()) and (select may('audit.manage'))
    and (child_id in (select m from my_children() m) or child_id not in (select h from hidden_children() h))
    and (case_is_locked(id) or case_has_nobody(id) or not exists (select 1 from audit_ties(array[child_id], array[(select my_staff())])))
    and withdrawn_on is null and audit_id in (select a.id from audit a where a.status = 'reading') and case_may_go_back(id))
  with check (service_id = (select my_service()) and withdrawn_on is not null);
call grant_columns('audit_case', false);
grant update (withdrawn_on, withdrawn_reason) on audit_case to foothold_staff;
