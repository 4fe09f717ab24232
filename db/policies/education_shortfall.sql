call protect_child_table('education_shortfall', 'RC9', 'RC9');
-- The head of service reads a child's education and answers for it, without keeping it.
create policy head_ends on education_shortfall for update to foothold_staff
  using (service_id = (select my_service()) and (select may('education.head'))
    and (child_id is not null and (child_id = any ((select children_apart())::uuid[])) <> (select my_scope() = 'service')))
  with check (service_id = (select my_service()) and (select may('education.head')));
