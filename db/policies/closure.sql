-- The worker writes; a manager approves or returns, in their own name only.
call protect_child_table('closure', 'RC5', 'RC5');
alter policy staff_change on closure using (
  service_id = (select my_service()) and status <> 'approved'
  and ((select may_write('RC5')) or (select may('closure.approve'))
    or ((select may_write_related('RC5')) and child_id in (select m from my_children() m)))
  and (child_id = any ((select children_apart())::uuid[])) <> (select my_scope() = 'service'))
with check (service_id = (select my_service())
  and (status <> 'approved' and approved_by is null
    or status = 'approved' and approved_by = (select my_staff()) and (select may('closure.approve'))));
create policy begins_unapproved on closure as restrictive for insert to foothold_staff
  with check (status <> 'approved' and approved_by is null and approved_on is null);
