-- Read by the child's workers and by its owner; an owner may report on their own action.
call guard_table('action', 'RC5');
-- Managers give actions for any child they see; a worker for the children they work with, as they write their plans.
create or replace function gives_actions(child uuid) returns boolean language plpgsql stable as $$
begin
  return may('action.add') and (may('oversight.write') or may_write('RC5') or may_write_related('RC5') and child in (select my_children()));
end $$;
revoke all on function gives_actions(uuid) from public;
grant execute on function gives_actions(uuid) to foothold_staff;
create policy staff_read on action for select to foothold_staff using (
  service_id = (select my_service()) and (owner_id = (select my_staff()) or (child_id is not null and (select may_read('RC5'))
  and (child_id in (select my_children()) or ((select my_scope()) = 'service' and child_id not in (select hidden_children()))))));
create policy staff_add on action for insert to foothold_staff with check (
  service_id = (select my_service())
  and (case when child_id is null then (select may('inspection.edit')) else gives_actions(child_id) end
    or (about_table = 'audit_case' and (select may('audit.read')) and about_id in (select my_read_cases())))
  and (child_id is null or child_id not in (select hidden_children()) or child_id in (select my_children())));
create policy staff_change on action for update to foothold_staff
  using (service_id = (select my_service()) and (owner_id = (select my_staff()) or case when child_id is null then (select may('inspection.edit')) else gives_actions(child_id) end)
    and (child_id is null or child_id not in (select hidden_children()) or child_id in (select my_children())))
  with check (service_id = (select my_service()));
-- What follows from an inspection's recommendations is about no child. Nobody says of their own that it is done.
create policy inspection_read on action for select to foothold_staff using (
  service_id = (select my_service()) and about_table = 'inspection_recommendation'
  and about_id in (select r.id from inspection_recommendation r));
create policy inspection_add on action as restrictive for insert to foothold_staff with check (
  about_table <> 'inspection_recommendation' or (select may('inspection.edit')) and done_on is null);
create policy inspection_change on action as restrictive for update to foothold_staff
  using (about_table <> 'inspection_recommendation' or (select may('inspection.edit')) or owner_id = (select my_staff()))
  with check (about_table <> 'inspection_recommendation' or done_on is null
    -- Where an owner has no sign-in their name is only typed: whoever typed it, perhaps their own, does not say that it is done.
    or (select may('inspection.edit')) and owner_id is distinct from (select my_staff())
      and (owner_id is not null or created_by is distinct from (select my_staff())));
-- What one reader asks for is seen once the case's other reader has judged too.
create policy once_read on action as restrictive for select to foothold_staff using (
  about_table <> 'audit_case' or about_id not in (select u.case_id from unread_cases() u));
-- Nor does anybody close what an audit asked of them.
create policy audit_change on action as restrictive for update to foothold_staff
  using (true) with check (about_table <> 'audit_case' or done_on is null or owner_id is distinct from (select my_staff()));
-- An owner reports on what was asked; what it asks, and of whom, is for those who give actions.
create or replace function owner_only_reports() returns trigger language plpgsql as $$
begin
  if my_staff() is not null and not (case when new.child_id is null then may('inspection.edit') else gives_actions(new.child_id) end)
    and (new.what, new.owner_id, new.owner_name, new.agency, new.about_table, new.about_id)
      is distinct from (old.what, old.owner_id, old.owner_name, old.agency, old.about_table, old.about_id) then
    raise exception 'Only those who give actions may change what an action asks, and of whom' using errcode = '42501';
  end if;
  return new;
end $$;
create or replace trigger b_owner_only_reports before update on action for each row execute function owner_only_reports();
call grant_columns('action', true);
revoke update (original_due) on action from foothold_staff;
