call protect_child_table('panel_invitation', 'RC2', 'RC2');
-- A person harmed is asked only where they agreed to be in touch and have said what they want.
create policy victim_agreed on panel_invitation as restrictive for insert to foothold_staff with check (
  victim_involvement_id is null
  or victim_involvement_id in (select v.id from victim_involvement v where v.wishes = 'given' and v.ended_on is null));
