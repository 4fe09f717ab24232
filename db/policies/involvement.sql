call protect_child_table('involvement', 'RC2S', 'RC2');
-- Work ends when its closing is approved, by whoever approves closings.
create policy closing_ends on involvement for update to foothold_staff
  using (service_id = (select my_service()) and (select may('closure.approve')) and ended_on is null
    and (child_id in (select m from my_children() m) or child_id not in (select h from hidden_children() h)))
  with check (service_id = (select my_service()) and ended_on is not null);
-- Work under an outcome begins when it is given, also where the police officer records that.
create policy outcome_begins on involvement for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('outcome.deliver')) and child_id in (select m from my_children() m)
  and exists (select 1 from disposal d where d.service_id = involvement.service_id and d.child_id = involvement.child_id
    and d.referral_id = involvement.referral_id and d.given_on is not null));
-- Preventive work begins when the child is allocated, also where a head of service allocates.
create policy allocation_begins on involvement for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('child.allocate')) and ended_on is null
  and (child_id in (select m from my_children() m) or child_id not in (select h from hidden_children() h)));
