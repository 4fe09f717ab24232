-- A signed assessment is never changed: what follows is a review. A manager countersigns or returns.
call protect_child_table('assessment', 'RC4', 'RC4');
alter policy staff_change on assessment using (
  service_id = (select my_service()) and status <> 'signed'
  and ((select may_write('RC4')) or (select may('assessment.countersign'))
    or ((select may_write_related('RC4')) and child_id in (select my_children())))
  and (((select my_scope()) = 'service' and child_id not in (select hidden_children())) or child_id in (select my_children())))
with check (service_id = (select my_service()));
