call protect_child_table('panel_item', 'RC2S', 'RC2');
-- Whoever records the decision marks the item decided, also a head of service, who writes nothing else here.
create policy decision_marks on panel_item for update to foothold_staff
  using (service_id = (select my_service()) and (select may('decision.record')) and state = 'ready'
    and (child_id in (select m from my_children() m) or child_id not in (select h from hidden_children() h)))
  with check (service_id = (select my_service()) and state = 'decided');
