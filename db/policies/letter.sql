-- Read with contacts, or with the vault where it is to a person harmed; each row names its class.
call protect_classed_table('letter');
create policy by_a_writer on letter as restrictive for insert to foothold_staff with check ((select may('letter.write')) and not_needed_on is null);
-- Nobody is written to who must not be contacted, or who said that they want no contact.
create policy to_whom_it_may on letter as restrictive for insert to foothold_staff with check (
  (network_person_id is null or network_person_id in (
    select p.id from network_person p where p.child_id = letter.child_id and p.may_be_contacted <> 'no' and p.valid_to is null))
  and (victim_involvement_id is null or victim_involvement_id in (
    select v.id from victim_involvement v where v.child_id = letter.child_id and v.wishes not in ('declined', 'no-consent') and v.ended_on is null)));
-- What was given, or is on its way, stays as it is.
create policy until_given on letter as restrictive for update to foothold_staff
  using ((select may('letter.write')) and not exists (select 1 from letter_delivery d where d.service_id = letter.service_id and d.letter_id = letter.id)
    and not exists (select 1 from letter_sending s where s.service_id = letter.service_id and s.letter_id = letter.id and s.state <> 'sent-back'));
revoke update on letter from foothold_staff;
grant update (subject, words, not_needed_on, not_needed_why) on letter to foothold_staff;
