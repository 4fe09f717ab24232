-- A list names many children: read by those who watch the referrals inbox, changed by those who run it.
call guard_table('referral_import', 'RC2');
create policy staff_read on referral_import for select to foothold_staff using (service_id = (select my_service()) and (select may('referral.inbox')));
create policy staff_add on referral_import for insert to foothold_staff with check (service_id = (select my_service()) and (select may('referral.import')));
create policy staff_change on referral_import for update to foothold_staff
  using (service_id = (select my_service()) and (select may('referral.import'))) with check (service_id = (select my_service()));
call grant_columns('referral_import', true);
-- The history of a list is what became of it. What it said of children is emptied with it, so it must not live on here.
create or replace function keep_import_change() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  insert into change_log (service_id, record_class, table_name, row_id, operation, before, after, changed_by)
  values (new.service_id, 'RC2', tg_table_name, new.id::text, lower(tg_op),
    case when tg_op = 'UPDATE' then jsonb_build_object('status', old.status) end,
    jsonb_build_object('status', new.status, 'file_name', new.file_name, 'total', new.total),
    coalesce(my_staff(), new.created_by));
  return null;
end $$;
revoke all on function keep_import_change() from public;
drop trigger if exists z_history_added on referral_import;
create or replace trigger z_history after insert or update of status on referral_import for each row execute function keep_import_change();
