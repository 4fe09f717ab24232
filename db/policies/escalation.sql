call protect_child_table('escalation', 'RC2S', 'RC2');
alter policy staff_add on escalation with check (
  service_id = (select my_service()) and (select may('decision.escalate')) and raised_by = (select my_staff())
  and (((select my_scope()) = 'service' and child_id not in (select hidden_children())) or child_id in (select my_children())));
alter policy staff_change on escalation using (
  service_id = (select my_service()) and (select may('escalation.resolve'))
  and (child_id not in (select hidden_children()) or child_id in (select my_children())));
