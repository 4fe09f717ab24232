-- A file is seen by those who read what it is about, and put there by those who write it.
call protect_classed_table('child_file');
-- What was put there is changed in one thing alone: that it was taken off, and why.
revoke update on child_file from foothold_staff;
grant update (withdrawn_on, withdrawn_reason) on child_file to foothold_staff;
create policy withdrawn_once on child_file as restrictive for update to foothold_staff
  using (withdrawn_on is null) with check (withdrawn_on is not null);
