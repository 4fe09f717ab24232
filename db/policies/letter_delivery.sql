-- Read and written as its letter is; what is said of it stays.
call protect_classed_table('letter_delivery');
revoke update on letter_delivery from foothold_staff;
drop policy staff_change on letter_delivery;
create policy of_its_letter on letter_delivery as restrictive for insert to foothold_staff with check (
  (select may('letter.write')) and exists (select 1 from letter l where l.service_id = letter_delivery.service_id and l.id = letter_id
    and l.child_id = letter_delivery.child_id and l.record_class = letter_delivery.record_class and l.not_needed_on is null));
