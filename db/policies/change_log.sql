-- Written only by the history trigger. Read in the class of the row that changed.
call guard_table('change_log');
create policy staff_read on change_log for select to foothold_staff using (
  service_id = (select my_service()) and may_read(record_class) and child_id is not null
  and (child_id = any ((select children_apart())::uuid[])) <> (select my_scope() = 'service')
  and (table_name not in ('child_address') or (select may('address.protected')) or (child_id in (select m from my_children() m) and (select may_read('RC1N'))))
  and (record_class <> 'RC12' or not (select may_write_related('RC12')) or child_id in (select m from my_children() m))
  -- Rows that are read by fewer people than their class are so here too.
  and (table_name <> 'restricted_record' or (select may('record.restrict')) or child_id in (select r.child_id from relationship r where r.staff_id = (select my_staff()) and r.kind = 'named-list'))
  and (table_name <> 'break_glass' or (select may('break-glass.review')) or changed_by = (select my_staff()))
  and (table_name <> 'panel_conflict' or (select may('panel.manage')) or (select may('decision.record')) or coalesce(after, before) ->> 'staff_id' = (select my_staff())::text)
  -- Two readers judge blind: nobody reads in the history what was judged, nor what a reader asked to be done, before the case is read.
  and (table_name not in ('audit_reading', 'audit_judgement', 'audit_moderation', 'audit_feedback') or child_id not in (select u.child_id from unread_cases() u))
  and (table_name <> 'action' or row_id not in (select unread_actions()))
  -- A merge speaks of two children, and is for whoever may see both.
  and case when table_name = 'child_merge' then row_id in (select m.id::text from child_merge m) else true end
  -- The history of a paper is for whoever may read the paper itself.
  and case when table_name = 'panel_paper' then exists (
      select 1 from panel_paper p where p.service_id = change_log.service_id and p.id = change_log.row_id::uuid) else true end);
-- What was changed about people's access and about the service's own time limits.
create policy admin_read on change_log for select to foothold_staff using (
  service_id = (select my_service()) and child_id is null and table_name in ('staff', 'time_limit_override') and (select may('staff.manage')));
grant select on change_log to foothold_staff;

-- Who saved a row last and when, for whoever meets their save in the middle of their own: never what was saved. Definer: the rows
-- of the service have a history that few read, and yet an author.
create or replace function last_saved(saved_row text) returns table (name text, saved_at timestamptz, is_mine boolean)
  language plpgsql stable security definer
  set search_path = public, pg_temp
  as $$
begin
  return query
    select s.name, l.changed_at, l.changed_by = my_staff()
    from change_log l join staff s on s.service_id = l.service_id and s.id = l.changed_by
    where l.service_id = my_service() and l.row_id = saved_row
      -- Every table that has a history, so that the index by row is used.
      and l.table_name = any (array(select c.relname::text from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = 'z_history'))
      and case l.table_name when 'restricted_record' then may('record.restrict') when 'break_glass' then may('break-glass.review')
        else l.child_id is null or (l.child_id = any (children_apart())) <> (my_scope() = 'service') end
    order by l.changed_at desc limit 1;
end $$;
revoke all on function last_saved(text) from public;
grant execute on function last_saved(text) to foothold_staff;

-- For a list that comes in by pieces: whose name, birth or home somebody has changed since a change, and which change was the last.
-- Never what was changed. Definer: whoever imports reads no history.
create or replace function last_change() returns bigint language sql stable security definer
  set search_path = public, pg_temp
  as $$ select coalesce(max(l.id), 0) from change_log l where l.service_id = my_service() and may('referral.import') $$;
create or replace function children_changed_since(change bigint) returns table (child_id uuid) language sql stable security definer
  set search_path = public, pg_temp
  as $$
  select distinct l.child_id from change_log l
  where may('referral.import') and l.id > change and l.service_id = my_service() and l.table_name in ('child', 'child_name', 'child_address')
    and l.child_id is not null
$$;
revoke all on function last_change(), children_changed_since(bigint) from public;
grant execute on function last_change(), children_changed_since(bigint) to foothold_staff;
