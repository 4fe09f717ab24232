call protect_child_table('contract_term', 'RC2S', 'RC2', false);
-- A contract that is signed takes no new term: it is varied at another meeting.
create policy until_signed on contract_term as restrictive for insert to foothold_staff with check (
  order_meeting_id in (select m.id from order_meeting m where m.outcome in ('contract', 'varied') and m.signed_on is null));
