-- Rows that were put right: read in the class of the row, written by whoever may write such a row of this child, changed by nobody.
call guard_table('correction', 'RC1');
create policy staff_read on correction for select to foothold_staff using (
  service_id = (select my_service()) and may_read(record_class)
  and (child_id in (select m from my_children() m) or ((select my_scope()) = 'service' and child_id not in (select h from hidden_children() h))));
create policy family_with_a_tie on correction as restrictive for select to foothold_staff using (
  record_class <> 'RC12' or not (select may_write_related('RC12')) or child_id in (select m from my_children() m));
create policy staff_add on correction for insert to foothold_staff with check (
  service_id = (select my_service())
  and (case when table_name in ('referral', 'hearing', 'hearing_result') then 'RC2' else record_class end in (select unnest(my_write()))
    or (case when table_name in ('referral', 'hearing', 'hearing_result') then 'RC2' else record_class end in (select unnest(my_write_related())) and child_id in (select m from my_children() m))
    or (table_name = 'referral' and (select may('referral.triage')))
    or (table_name in ('hearing', 'hearing_result') and (select may('register.import'))))
  -- A partner's note is put right by whoever wrote it, or by a manager.
  and (table_name <> 'partner_note' or kind = 'moved-here' or (select may('child.allocate'))
    or row_id in (select n.id from partner_note n where n.created_by = (select my_staff())))
  and (child_id in (select m from my_children() m) or ((select my_scope()) = 'service' and child_id not in (select h from hidden_children() h))));
call grant_columns('correction', false);

-- The database itself keeps the row, as the person may read it, so that what stands here is what stood there.
create or replace function keep_corrected_row() returns trigger language plpgsql as $$
declare
  stood jsonb;
begin
  if my_staff() is null then return new; end if;
  execute format('select to_jsonb(t) from %I t where t.service_id = $1 and t.child_id = $2 and t.id = $3', new.table_name)
    into stood using new.service_id, new.child_id, new.row_id;
  if stood is null then raise exception 'There is no such row on this record' using errcode = '42501'; end if;
  new.record_class := case when new.table_name = 'contact' then 'RC3' when new.table_name in ('referral', 'hearing', 'hearing_result') then 'RC2S' else stood ->> 'record_class' end;
  -- What was moved is read where it is now, and nowhere else: one child's words are not read on another child's record.
  if new.kind = 'moved-away' then
    new.kept := jsonb_build_object('created_at', stood -> 'created_at', 'created_by', stood -> 'created_by');
  elsif new.kind <> 'moved-here' then
    new.kept := stood - 'service_id' - 'child_id';
  end if;
  if new.kind in ('corrected', 'withdrawn') and new.table_name = 'referral' then
    new.kept := new.kept || jsonb_build_object('offences', coalesce((select jsonb_agg(o.description order by o.id) from offence o
      where o.service_id = new.service_id and o.referral_id = new.row_id), '[]'));
  end if;
  return new;
end $$;
create or replace trigger keep_row before insert on correction for each row execute function keep_corrected_row();

-- Takes off the row that this person, in this very transaction, has kept as withdrawn or moved away: whoever may do the one may do the other, and
-- no row goes without being kept. A referral that work has followed from stays: its work is closed instead.
create or replace function take_off(correction_id uuid) returns void language plpgsql volatile security definer
  set search_path = public, pg_temp as $$
declare
  kept correction;
begin
  select * into kept from correction c where c.service_id = my_service() and c.id = correction_id and c.created_by = my_staff()
    and c.created_at = now() and c.kind in ('withdrawn', 'moved-away');
  if kept.id is null then raise exception 'Only a row that was just kept is taken off' using errcode = '42501'; end if;
  if kept.table_name = 'contact' then
    delete from contact t where t.service_id = kept.service_id and t.id = kept.row_id;
  elsif kept.table_name = 'partner_note' then
    delete from partner_note t where t.service_id = kept.service_id and t.id = kept.row_id;
  elsif kept.table_name = 'hearing_result' then
    delete from hearing_result t where t.service_id = kept.service_id and t.id = kept.row_id;
  elsif kept.table_name = 'hearing' then
    delete from hearing t where t.service_id = kept.service_id and t.id = kept.row_id;
  else
    if exists (select 1 from involvement f where f.service_id = kept.service_id and f.referral_id = kept.row_id)
      or exists (select 1 from panel_item f where f.service_id = kept.service_id and f.referral_id = kept.row_id)
      or exists (select 1 from disposal f where f.service_id = kept.service_id and f.referral_id = kept.row_id)
      or exists (select 1 from information_request f where f.service_id = kept.service_id and f.referral_id = kept.row_id)
      or exists (select 1 from assessment f where f.service_id = kept.service_id and f.referral_id = kept.row_id)
      or exists (select 1 from victim_involvement f where f.service_id = kept.service_id and f.referral_id = kept.row_id and f.version > 1)
      or exists (select 1 from victim_contact f join victim_involvement v on v.service_id = f.service_id and v.id = f.victim_involvement_id
        where v.service_id = kept.service_id and v.referral_id = kept.row_id)
      or exists (select 1 from victim_right f join victim_involvement v on v.service_id = f.service_id and v.id = f.victim_involvement_id
        where v.service_id = kept.service_id and v.referral_id = kept.row_id)
      or exists (select 1 from victim f join victim_involvement v on v.service_id = f.service_id and v.id = f.victim_involvement_id
        where v.service_id = kept.service_id and v.referral_id = kept.row_id)
      or exists (select 1 from plan_line f join victim_involvement v on v.service_id = f.service_id and v.id = f.victim_involvement_id
        where v.service_id = kept.service_id and v.referral_id = kept.row_id)
      or (select count(*) from victim_involvement v where v.service_id = kept.service_id and v.referral_id = kept.row_id) > 1 then
      raise exception 'Work has followed from this referral' using errcode = '23503';
    end if;
    delete from victim_involvement t where t.service_id = kept.service_id and t.referral_id = kept.row_id;
    delete from offence t where t.service_id = kept.service_id and t.referral_id = kept.row_id;
    delete from referral t where t.service_id = kept.service_id and t.id = kept.row_id;
  end if;
end $$;
revoke all on function take_off(uuid) from public;
grant execute on function take_off(uuid) to foothold_staff;

-- A row that was moved takes what was put right of it, and its history, to the right child's record.
create or replace procedure follow_moved_row(away correction, here correction) language plpgsql as $$
begin
  update change_log l set child_id = here.child_id
    where l.service_id = away.service_id and l.child_id = away.child_id
      and (l.table_name = away.table_name and l.row_id = away.row_id::text
        or l.table_name = 'correction' and l.row_id in (select c.id::text from correction c
          where c.service_id = away.service_id and c.child_id = away.child_id and c.row_id = away.row_id and c.kind in ('corrected', 'moved-here'))
        or away.table_name = 'referral' and l.table_name in ('offence', 'victim_involvement') and l.row_id in (select x.row_id from change_log x
          where x.service_id = l.service_id and x.child_id = l.child_id and x.table_name = l.table_name and coalesce(x.before, x.after) ->> 'referral_id' = away.row_id::text));
  update correction c set child_id = here.child_id, row_id = here.row_id
    where c.service_id = away.service_id and c.child_id = away.child_id and c.row_id = away.row_id and c.kind in ('corrected', 'moved-here');
  -- Of one moved by an earlier release the words were kept on the wrong record too, and so is its history.
  update correction c set kept = jsonb_build_object('created_at', c.kept -> 'created_at', 'created_by', c.kept -> 'created_by')
    where c.service_id = away.service_id and c.id = away.id and c.kept - '{created_at,created_by}'::text[] <> '{}';
  update change_log l set after = jsonb_set(l.after, '{kept}', jsonb_build_object('created_at', l.after #> '{kept,created_at}', 'created_by', l.after #> '{kept,created_by}'))
    where l.service_id = away.service_id and l.child_id = away.child_id and l.table_name = 'correction' and l.row_id = away.id::text and l.operation = 'insert';
end $$;

-- The same for the row that this person, in this very transaction, has moved from one record to the other.
create or replace function follow_moved(away_id uuid, here_id uuid) returns void language plpgsql volatile security definer
  set search_path = public, pg_temp as $$
declare
  away correction;
  here correction;
begin
  select * into away from correction c where c.service_id = my_service() and c.id = away_id and c.kind = 'moved-away' and c.created_by = my_staff() and c.created_at = now();
  select * into here from correction c where c.service_id = my_service() and c.id = here_id and c.kind = 'moved-here' and c.created_by = my_staff() and c.created_at = now();
  if away.id is null or here.id is null or away.table_name <> here.table_name then
    raise exception 'Only a row that was just moved is followed' using errcode = '42501';
  end if;
  call follow_moved_row(away, here);
end $$;

-- Rows that an earlier release moved: the two lines were written at one moment by one person.
create or replace procedure follow_earlier_moves() language plpgsql as $$
declare
  each record;
begin
  for each in
    select a, h from correction a join correction h on h.service_id = a.service_id and h.kind = 'moved-here' and h.table_name = a.table_name
        and h.created_at = a.created_at and h.created_by is not distinct from a.created_by and h.reason = a.reason
      where a.kind = 'moved-away' and a.kept - '{created_at,created_by}'::text[] <> '{}'
  loop
    call follow_moved_row(each.a, each.h);
  end loop;
end $$;
call follow_earlier_moves();
revoke all on procedure follow_moved_row(correction, correction), follow_earlier_moves() from public;
revoke all on function follow_moved(uuid, uuid) from public;
grant execute on function follow_moved(uuid, uuid) to foothold_staff;
