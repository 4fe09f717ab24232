-- Made by the database alone, where the fact is written; answered once, in their own name, by those who work with the child or manage
-- the work. What is read here is that there is something to look at, and not what an address or a warning says.
call protect_child_table('change_proposed', 'RC13', 'RC13');
drop policy staff_add on change_proposed;
alter policy staff_change on change_proposed using (
  service_id = (select my_service()) and (select may('step.answer')) and answer is null
  and ((select may_write('RC13')) or ((select may_write_related('RC13')) and child_id in (select m from my_children() m)))
  and (child_id = any ((select children_apart())::uuid[])) <> (select my_scope() = 'service'))
with check (service_id = (select my_service()) and answered_by = (select my_staff()));
revoke insert, update on change_proposed from foothold_staff;
grant update (answer, answer_reason, answered_on, answered_by, change_event_id) on change_proposed to foothold_staff;

create or replace function propose_change(service uuid, child uuid, wanted text, tbl text, about uuid, noticed date) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  insert into change_proposed (service_id, id, child_id, type, about_table, about_id, noticed_on)
  select service, gen_random_uuid(), child, nullif(wanted, ''), tbl, about, noticed
  where exists (select 1 from live_work w where w.service_id = service and w.child_id = child)
  on conflict do nothing;
end $$;
-- Which facts propose which kind of change is said by the lists: of homes, of warnings, and of changes (so many missed in a row).
create or replace function changes_proposed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  wanted text;
  enough integer;
  run uuid[];
begin
  if tg_op = 'DELETE' then
    -- A contact that was taken off proposes nothing any more.
    delete from change_proposed where service_id = old.service_id and about_table = tg_table_name and about_id = old.id and answer is null;
    return null;
  end if;
  if tg_table_name = 'child_address' then
    select a.attributes ->> 'proposes' into wanted from reference_code a where a.list = 'accommodation_type' and a.code = new.accommodation_type;
    if new.valid_to is null and (wanted <> '' or new.suitable = 'no') then
      perform propose_change(new.service_id, new.child_id, coalesce(nullif(wanted, ''), 'housing-move'), tg_table_name, new.id, new.valid_from);
    end if;
  elsif tg_table_name = 'warning' then
    select a.attributes ->> 'proposes' into wanted from reference_code a where a.list = 'warning_type' and a.code = new.kind;
    if new.ended_on is null and wanted <> '' then
      perform propose_change(new.service_id, new.child_id, wanted, tg_table_name, new.id, new.raised_on);
    end if;
  elsif tg_table_name = 'plan_line' then
    if new.happened_on is not null then
      perform propose_change(new.service_id, new.child_id, null, tg_table_name, new.id, new.happened_on);
    end if;
  elsif new.status = 'recorded' and exists (
      select 1 from reference_code a where a.list = 'attendance' and a.code = new.attendance and a.attributes ->> 'counts_as_missed' = 'true') then
    -- The run that this contact stands in, since the child last came: one proposal for all of it.
    select t.code, (t.attributes ->> 'after_missed')::integer into wanted, enough
    from reference_code t where t.list = 'change_event_type' and t.attributes ->> 'after_missed' <> '';
    run := array(
      select c.id from contact c
      join reference_code a on a.list = 'attendance' and a.code = c.attendance and a.attributes ->> 'counts_as_missed' = 'true'
      where c.service_id = new.service_id and c.child_id = new.child_id and c.status = 'recorded'
        and c.held_at > coalesce((
          select max(h.held_at) from contact h
          join reference_code k on k.list = 'attendance' and k.code = h.attendance and k.attributes ->> 'attended' = 'true'
          where h.service_id = new.service_id and h.child_id = new.child_id and h.status = 'recorded'), '-infinity'));
    if new.id = any (run) and cardinality(run) >= enough and not exists (
        select 1 from change_proposed p where p.service_id = new.service_id and p.about_table = 'contact' and p.about_id = any (run)) then
      perform propose_change(new.service_id, new.child_id, wanted, tg_table_name, new.id, british_day(new.held_at));
    end if;
  end if;
  return null;
end $$;
create or replace trigger y_changes_proposed after insert or update of accommodation_type, suitable, valid_to on child_address for each row execute function changes_proposed();
create or replace trigger y_changes_proposed after insert on warning for each row execute function changes_proposed();
create or replace trigger y_changes_proposed after insert or update of happened_on on plan_line for each row execute function changes_proposed();
create or replace trigger y_changes_proposed after insert or update of status, attendance, held_at on contact for each row execute function changes_proposed();
create or replace trigger y_changes_proposed_gone after delete on contact for each row execute function changes_proposed();
revoke all on function propose_change(uuid, uuid, text, text, uuid, date), changes_proposed() from public;
