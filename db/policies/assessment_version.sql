-- Added with each save and never changed; a manager adds one on signing or returning.
call protect_child_table('assessment_version', 'RC4', 'RC4', false);
alter policy staff_add on assessment_version with check (
  service_id = (select my_service()) and saved_by = (select my_staff())
  and ((select may('assessment.countersign')) or ((select may_write_related('RC4')) and child_id in (select m from my_children() m)))
  and (child_id in (select m from my_children() m) or child_id not in (select h from hidden_children() h)));
