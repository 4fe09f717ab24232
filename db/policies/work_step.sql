-- Made by the database alone, where the fact is written; answered by those who work with the child or manage the work, in their own
-- name, and what is closed stays closed.
call protect_child_table('work_step', 'RC2S', 'RC2');
drop policy staff_add on work_step;
alter policy staff_change on work_step using (
  service_id = (select my_service()) and (select may('step.answer')) and state = 'open'
  and ((select may_write('RC2')) or ((select may_write_related('RC2')) and child_id in (select m from my_children() m)))
  and (child_id = any ((select children_apart())::uuid[])) <> (select my_scope() = 'service'))
with check (service_id = (select my_service()) and (closed_by is null or closed_by = (select my_staff())));
revoke insert, update on work_step from foothold_staff;
grant update (state, note, closed_on, closed_by, owner_id, due_on) on work_step to foothold_staff;

create or replace function begin_step(service uuid, child uuid, wanted text, tbl text, about uuid, begun date) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  insert into work_step (service_id, id, child_id, kind, about_table, about_id, begun_on, owner_id)
  select service, gen_random_uuid(), child, wanted, tbl, about, begun, (
    select r.staff_id from relationship r
    where r.service_id = service and r.child_id = child and r.kind = 'allocated' and r.ends_at is null)
  where wanted <> '' and begun is not null
  on conflict do nothing
$$;
-- What the lists say follows: a pathway that begins work elsewhere, another area, an outcome, help once it is given, what police decided.
create or replace function steps_follow() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare leads jsonb;
begin
  if tg_op = 'DELETE' then
    -- A referral that was taken off leads nowhere.
    delete from work_step s where s.service_id = old.service_id and s.about_table = tg_table_name and s.about_id = old.id and s.state = 'open';
    return null;
  end if;
  if tg_table_name = 'referral' then
    -- Triage that is done again leads elsewhere: what nobody has seen to is taken back.
    delete from work_step s where s.service_id = new.service_id and s.about_table = 'referral' and s.about_id = new.id and s.state = 'open'
      and new.state in ('received', 'awaiting-allocation', 'signposted')
      and s.kind is distinct from case when new.area = 'another' then 'other-area' end
      and s.kind is distinct from (select p.attributes ->> 'follows' from reference_code p where p.list = 'referral_pathway' and p.code = new.pathway);
    if new.triaged_on is null or new.state in ('received', 'closed') then return null; end if;
    select p.attributes into leads from reference_code p where p.list = 'referral_pathway' and p.code = new.pathway;
    perform begin_step(new.service_id, new.child_id, leads ->> 'follows', 'referral', new.id, new.triaged_on);
    perform begin_step(new.service_id, new.child_id, 'other-area', 'referral', new.id, new.triaged_on) where new.area = 'another';
  elsif tg_table_name = 'disposal' then
    select o.attributes into leads from reference_code o where o.list = 'outcome' and o.code = new.outcome;
    perform begin_step(new.service_id, new.child_id, leads ->> 'follows', 'disposal', new.id, new.decided_on);
    perform begin_step(new.service_id, new.child_id, leads ->> 'follows_when_given', 'disposal', new.id, new.given_on);
  elsif new.police_decision is not null then
    perform begin_step(new.service_id, new.child_id, 'police-decision', 'police_notice', new.id, coalesce(new.acknowledged_on, new.sent_on));
  end if;
  return null;
end $$;
create or replace trigger y_steps_follow after update of state, pathway, area, triaged_on on referral for each row execute function steps_follow();
create or replace trigger y_steps_begin after insert on referral for each row when (new.triaged_on is not null) execute function steps_follow();
create or replace trigger y_steps_gone after delete on referral for each row execute function steps_follow();
create or replace trigger y_steps_follow after insert or update of given_on on disposal for each row execute function steps_follow();
create or replace trigger y_steps_follow after insert or update of police_decision, acknowledged_on on police_notice for each row execute function steps_follow();
-- What the record shows to be done needs nobody to say so: which records do a step is said by its list.
create or replace function record_does_steps() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update work_step s set state = 'done', closed_on = british_day(now()), closed_by = my_staff(), note = concat_ws(' ', s.note, f.words)
  from (
    select w.id, (
      select format('Recorded: %s on %s, %s.', coalesce(t.label, h.kind), to_char(h.listed_on, 'FMDD FMMonth YYYY'), h.court)
      from hearing h left join reference_code t on t.list = 'hearing_kind' and t.code = h.kind
      where h.service_id = w.service_id and h.child_id = w.child_id and h.id <> w.about_id and h.state <> 'vacated' and h.listed_on >= w.begun_on
      order by h.listed_on, h.id limit 1) as words
    from work_step w
    join reference_code k on k.list = 'work_step_kind' and k.code = w.kind and k.attributes ->> 'done_by' <> ''
    where w.service_id = new.service_id and w.child_id = new.child_id and w.state = 'open'
      and (k.attributes ->> 'done_by' = 'hearing' or exists (
        select 1 from charge c where c.service_id = w.service_id and c.child_id = w.child_id and c.charged_on >= w.begun_on))) f
  where s.service_id = new.service_id and s.id = f.id and f.words is not null;
  return null;
end $$;
create or replace trigger y_does_steps after insert or update of listed_on, state on hearing for each row execute function record_does_steps();
create or replace trigger y_does_steps after insert on charge for each row execute function record_does_steps();
create or replace trigger y_does_steps after insert on work_step for each row execute function record_does_steps();
-- A hearing that goes on, and the court gave no day: finding it out follows.
create or replace function hearing_without_day() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform begin_step(new.service_id, new.child_id, 'court', 'hearing', new.id, new.recorded_on) where new.without_day;
  return null;
end $$;
create or replace trigger y_steps_follow after insert or update of without_day on hearing for each row execute function hearing_without_day();
-- An open step goes with the child: to whoever works with them next, and to a manager while nobody does.
create or replace function steps_go_along() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.kind = 'allocated' and new.ends_at is null then
    update work_step set owner_id = new.staff_id
    where service_id = new.service_id and child_id = new.child_id and state = 'open' and owner_id is null;
  elsif new.kind = 'allocated' then
    update work_step set owner_id = null
    where service_id = new.service_id and child_id = new.child_id and state = 'open' and owner_id = new.staff_id;
  end if;
  return null;
end $$;
create or replace trigger y_steps_go_along after insert or update of ends_at on relationship for each row execute function steps_go_along();
revoke all on function begin_step(uuid, uuid, text, text, uuid, date), steps_follow(), steps_go_along(), record_does_steps(), hearing_without_day() from public;
