-- The child's worker reads what the victim agreed to; only a victim worker writes, but whoever logs a referral may open a line.
call protect_child_table('victim_involvement', 'RC11S', 'RC11');
create policy referral_opens on victim_involvement for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('referral.triage'))
  and wishes = 'not-sought' and shared_with_worker is null and child_id not in (select hidden_children() except select my_children()));
