-- Only what two readers differ on, before the worker is told, by somebody who runs audits and read the case neither time.
call guard_table('audit_moderation', 'RC14');
create policy staff_read on audit_moderation for select to foothold_staff using (
  service_id = (select my_service()) and (select may('audit.manage'))
  and (child_id in (select m from my_children() m) or child_id not in (select h from hidden_children() h))
  and case_id not in (select u.case_id from unread_cases() u));
create policy staff_add on audit_moderation for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('audit.manage')) and case_id not in (select my_read_cases())
  and not exists (select 1 from audit_ties(array[child_id], array[(select my_staff())]))
  and (child_id in (select m from my_children() m) or child_id not in (select h from hidden_children() h))
  and case_id in (select c.id from audit_case c where c.audit_id = audit_moderation.audit_id and c.child_id = audit_moderation.child_id)
  and audit_id in (select a.id from audit a where a.status = 'reading') and readers_differ(case_id, key_question));
-- Whoever settled it changes it, so that the name beside it is true.
create policy staff_change on audit_moderation for update to foothold_staff
  using (service_id = (select my_service()) and created_by = (select my_staff()) and (select may('audit.manage')) and case_id not in (select my_read_cases())
    and not exists (select 1 from audit_ties(array[child_id], array[(select my_staff())]))
    and (child_id in (select m from my_children() m) or child_id not in (select h from hidden_children() h))
    and audit_id in (select a.id from audit a where a.status = 'reading') and readers_differ(case_id, key_question))
  with check (service_id = (select my_service()));
call grant_columns('audit_moderation', false);
grant update (answer, reason, moderated_on) on audit_moderation to foothold_staff;
