-- The worker writes; a manager checks.
call protect_child_table('review', 'RC4', 'RC4');
alter policy staff_change on review using (
  service_id = (select my_service())
  and ((select may_write('RC4')) or (select may('review.check'))
    or ((select may_write_related('RC4')) and child_id in (select my_children())))
  and (((select my_scope()) = 'service' and child_id not in (select hidden_children())) or child_id in (select my_children())))
with check (service_id = (select my_service()));
