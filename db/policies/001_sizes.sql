-- Tells the planner how long the tables have become that a list of referrals fills, so that the plans it made while they were short are
-- made anew: an embedded database has nobody who does so by themselves, and on a server it comes a minute later. Definer: only a table's
-- owner may.
create or replace function learn_sizes() returns void language plpgsql volatile security definer
  set search_path = public, pg_temp as $$
begin
  if my_service() is null or not may('referral.import') then
    raise exception 'This person may not import a list' using errcode = '42501';
  end if;
  analyze child, child_address, characteristic, referral, offence, victim_involvement, referral_hold, referral_import_row, duty;
end $$;
revoke all on function learn_sizes() from public;
grant execute on function learn_sizes() to foothold_staff;
