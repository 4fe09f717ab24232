-- Managers' own entries: written by those who oversee, never changed afterwards.
call protect_child_table('oversight_entry', 'RC4', 'RC4', false, '(select may(''oversight.read''))');
alter policy staff_add on oversight_entry with check (
  service_id = (select my_service()) and (select may('oversight.write'))
  and (child_id in (select m from my_children() m) or child_id not in (select h from hidden_children() h)));
