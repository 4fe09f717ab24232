-- The child's worker reads what the victim agreed to; only a victim worker writes, but whoever logs a referral may open a line.
-- Panel members read what is in their papers and nothing here.
call protect_child_table('victim_involvement', 'RC11S', 'RC11', true, '(select may(''victim.view''))');
create policy line_opens on victim_involvement for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('victim.add'))
  and wishes = 'not-sought' and shared_with_worker is null and safety_line is null and ended_on is null
  and (child_id in (select m from my_children() m) or (child_id not in (select h from hidden_children() h) and (select my_scope()) = 'service')));
-- The history holds words that were shared once and taken back: it is the vault's.
call keep_history('victim_involvement', 'RC11');
