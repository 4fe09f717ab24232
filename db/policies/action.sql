-- Read by the child's workers and by its owner; an owner may report on their own action.
call guard_table('action', 'RC5');
-- Managers give actions for any child they see; a worker for the children they work with, as they write their plans.
create or replace function gives_actions(child uuid) returns boolean language plpgsql stable as $$
begin
  return may('action.add') and (may('oversight.write') or may_write('RC5') or may_write_related('RC5') and child in (select m from my_children() m));
end $$;
revoke all on function gives_actions(uuid) from public;
grant execute on function gives_actions(uuid) to foothold_staff;
create policy staff_read on action for select to foothold_staff using (
  service_id = (select my_service()) and (owner_id = (select my_staff()) or (child_id is not null and (select may_read('RC5'))
  and (child_id = any ((select children_apart())::uuid[])) <> (select my_scope() = 'service'))));
-- Whoever may promise an action by the rule of what it is about; a reader of a case, for the cases that they read.
create or replace function promises_action(about text, id uuid, child uuid) returns boolean language plpgsql stable as $$
declare rule action_rule;
begin
  select * into rule from action_rule r where r.about_table = about;
  return rule.of_child = (child is not null) and may(rule.add_permission)
    and (child is null or gives_actions(child) or about = 'audit_case' and id in (select my_read_cases()));
end $$;
-- Whoever changes what somebody else has promised.
create or replace function changes_action(about text, child uuid) returns boolean language plpgsql stable as $$
begin
  return case when child is null then (select may(r.add_permission) from action_rule r where r.about_table = about) else gives_actions(child) end;
end $$;
revoke all on function promises_action(text, uuid, uuid), changes_action(text, uuid) from public;
grant execute on function promises_action(text, uuid, uuid), changes_action(text, uuid) to foothold_staff;
create policy staff_add on action for insert to foothold_staff with check (
  service_id = (select my_service()) and done_on is null and promises_action(about_table, about_id, child_id)
  and (child_id is null or child_id not in (select h from hidden_children() h) or child_id in (select m from my_children() m)));
create policy staff_change on action for update to foothold_staff
  using (service_id = (select my_service()) and (owner_id = (select my_staff()) or changes_action(about_table, child_id))
    and (child_id is null or child_id not in (select h from hidden_children() h) or child_id in (select m from my_children() m)))
  with check (service_id = (select my_service()));
-- Where the rule asks for somebody else, nobody says of their own that it is done; nor of one whose owner has no sign-in and is
-- only named, if they named them: it could be their own.
create policy closed_by_another on action as restrictive for update to foothold_staff
  using (true) with check (done_on is null
    or about_table in (select r.about_table from action_rule r where r.owner_may_close)
    or changes_action(about_table, child_id) and coalesce(owner_id, created_by) is distinct from (select my_staff()));
-- What follows from an inspection's recommendations is about no child: whoever reads the recommendation reads it. It is asked as the
-- reader, in plpgsql: otherwise what a recommendation asks is made ready by every statement about actions.
create or replace function my_recommendations() returns setof uuid language plpgsql stable as $$
begin
  return query select r.id from inspection_recommendation r where r.service_id = my_service();
end $$;
revoke all on function my_recommendations() from public;
grant execute on function my_recommendations() to foothold_staff;
create policy inspection_read on action for select to foothold_staff using (
  service_id = (select my_service()) and about_table = 'inspection_recommendation'
  and about_id in (select r from my_recommendations() r));
-- What one reader asks for is seen once the case's other reader has judged too.
create policy once_read on action as restrictive for select to foothold_staff using (
  about_table <> 'audit_case' or about_id not in (select u.case_id from unread_cases() u));
-- An owner reports on what was asked; what it asks, and of whom, is for those who give actions.
create or replace function owner_only_reports() returns trigger language plpgsql as $$
begin
  if my_staff() is not null and not changes_action(new.about_table, new.child_id)
    and (new.what, new.owner_id, new.owner_name, new.agency, new.about_table, new.about_id)
      is distinct from (old.what, old.owner_id, old.owner_name, old.agency, old.about_table, old.about_id) then
    raise exception 'Only those who give actions may change what an action asks, and of whom' using errcode = '42501';
  end if;
  return new;
end $$;
create or replace trigger b_owner_only_reports before update on action for each row execute function owner_only_reports();
call grant_columns('action', true);
revoke update (original_due) on action from foothold_staff;
