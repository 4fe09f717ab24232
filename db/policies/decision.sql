-- A decision about a child is read with offences and outcomes; it is made by those the panel gives the pen, and never rewritten: only confirmed, escalated or replaced.
call protect_child_table('decision', 'RC2S', 'RC2');
alter policy staff_add on decision with check (
  service_id = (select my_service()) and (select may('decision.record'))
  and (child_id is null or child_id not in (select hidden_children()) or child_id in (select my_children())));
alter policy staff_change on decision using (
  service_id = (select my_service()) and ((select may('decision.record')) or (select may('decision.confirm')))
  and (((select my_scope()) = 'service' and child_id not in (select hidden_children())) or child_id in (select my_children())));
revoke update on decision from foothold_staff;
grant update (status, confirmed_by, confirmed_on) on decision to foothold_staff;
