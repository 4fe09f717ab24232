-- Written by merging and taking back alone; read by whoever may see both records, because each line speaks of both.
call guard_table('child_merge', 'RC1');
create policy staff_read on child_merge for select to foothold_staff using (
  service_id = (select service_may_read('RC1'))
  and (child_id = any ((select children_apart())::uuid[])) <> (select my_scope() = 'service')
  and (other_id = any ((select children_apart())::uuid[])) <> (select my_scope() = 'service'));
grant select on child_merge to foothold_staff;
