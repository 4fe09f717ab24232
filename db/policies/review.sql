-- The worker writes; a manager checks, and signs the check with their own name only.
call protect_child_table('review', 'RC4', 'RC4');
alter policy staff_change on review using (
  service_id = (select my_service())
  and ((select may_write('RC4')) or (select may('review.check'))
    or ((select may_write_related('RC4')) and child_id in (select m from my_children() m)))
  and (child_id = any ((select children_apart())::uuid[])) <> (select my_scope() = 'service'))
with check (service_id = (select my_service())
  and (manager_checked_by is null or (manager_checked_by = (select my_staff()) and (select may('review.check')))));
-- Whoever records what happened to a child opens the review of it, though they may not read or hold it.
create policy event_opens on review for insert to foothold_staff with check (
  service_id = (select my_service()) and change_event_id is not null and held_on is null and findings is null
  and ((select may_write('RC13')) or ((select may_write_related('RC13')) and child_id in (select m from my_children() m)))
  and (child_id = any ((select children_apart())::uuid[])) <> (select my_scope() = 'service'));
-- A manager may ask for another look.
create policy manager_asks on review for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('review.check')) and reason = 'manager' and held_on is null and findings is null
  and (child_id in (select m from my_children() m) or child_id not in (select h from hidden_children() h)));
create policy begins_unchecked on review as restrictive for insert to foothold_staff
  with check (manager_checked_by is null and manager_checked_on is null);
-- What a manager has checked stands as they checked it.
create policy stays_checked on review as restrictive for update to foothold_staff
  using (manager_checked_by is null or manager_checked_by = (select my_staff()));
