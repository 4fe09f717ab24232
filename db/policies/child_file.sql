-- A file is seen by those who read what it is about, and put there by those who write it.
call protect_classed_table('child_file');
-- What parents say of themselves is for those who work with the child, as all of that class is.
create policy family_with_a_tie on child_file as restrictive for select to foothold_staff using (
  record_class <> 'RC12' or not (select may_write_related('RC12')) or child_id in (select m from my_children() m));
-- What was put there is changed in one thing alone: that it was taken off, and why.
revoke update on child_file from foothold_staff;
grant update (withdrawn_on, withdrawn_reason) on child_file to foothold_staff;
create policy withdrawn_once on child_file as restrictive for update to foothold_staff
  using (withdrawn_on is null) with check (withdrawn_on is not null);
