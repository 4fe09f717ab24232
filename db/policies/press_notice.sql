-- Written by those who write in the inspection, before and after it is published. Before its embargo is over it is read by those who may
-- read the report; then by whoever reads published results.
call guard_table('press_notice', 'RC16');
create policy staff_read on press_notice for select to foothold_staff using (
  service_id = (select my_service())
  and ((select may('inspection.view')) and inspection_id in (select i.id from inspection i)
    or issued_at is not null and (select may('inspection.progress')) and inspection_id in (select i.id from inspection i)
    or issued_at is not null and (select may('statistics.view')) and coalesce(embargo_until, issued_at) <= now()));
create policy staff_add on press_notice for insert to foothold_staff with check (
  service_id = (select my_service()) and issued_at is null and inspection_id in (select inspections_told_of()));
create policy staff_change on press_notice for update to foothold_staff
  using (service_id = (select my_service()) and inspection_id in (select inspections_told_of())
    and (issued_at is null or coalesce(embargo_until, issued_at) > now()))
  with check (service_id = (select my_service()) and (issued_at is null or (select may('inspection.publish'))
    and inspection_id in (select i.id from inspection i where i.state = 'published')));
call grant_columns('press_notice', false);
grant update (headline, words, contact, embargo_until, issued_at, issued_document) on press_notice to foothold_staff;
-- Words that changed since it was issued are issued again by whoever may, never along with the old ones; the moment is the database's own.
create or replace function press_notice_stays() returns trigger language plpgsql as $$
begin
  if my_staff() is null or new.issued_at is null then return new; end if;
  if (new.headline, new.words, new.contact, new.embargo_until) is distinct from (old.headline, old.words, old.contact, old.embargo_until) then
    raise exception 'A notice that is changed is issued anew' using errcode = '42501';
  end if;
  new.issued_at := now();
  return new;
end $$;
create or replace trigger b_press_notice_stays before update on press_notice for each row execute function press_notice_stays();
