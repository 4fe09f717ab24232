-- Sent by those who answer for the work; police read what they were told.
call protect_child_table('police_notice', 'RC2S', 'RC2');
alter policy staff_add on police_notice with check (
  service_id = (select my_service()) and (select may('police.notify'))
  and ((select may_write('RC2')) or child_id in (select m from my_children() m))
  and (child_id in (select m from my_children() m) or child_id not in (select h from hidden_children() h)));
alter policy staff_change on police_notice using (
  service_id = (select my_service()) and (select may('police.notify'))
  and ((select may_write('RC2')) or child_id in (select m from my_children() m))
  and (child_id in (select m from my_children() m) or child_id not in (select h from hidden_children() h)));
