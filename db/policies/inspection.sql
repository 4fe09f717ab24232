-- The workspace is for those who hold the inspection; once it is published the board reads it too. Only the head publishes, and that is final.
call guard_table('inspection', 'RC16');
create policy staff_read on inspection for select to foothold_staff using (
  service_id = (select my_service())
  and ((select may('inspection.view')) or (select may('inspection.progress')) and state = 'published'));
create policy staff_add on inspection for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('inspection.edit')) and state <> 'published');
create policy staff_change on inspection for update to foothold_staff
  using (service_id = (select my_service()) and state <> 'published'
    and ((select may('inspection.edit')) or (select may('inspection.lead')) and lead_id = (select my_staff())))
  with check (service_id = (select my_service()) and (state <> 'published' or (select may('inspection.publish'))));
call grant_columns('inspection', true);
-- What a panel decided was decided for this framework and this kind of inspection; and what is published was decided by a panel, today.
create or replace function inspection_stays() returns trigger language plpgsql as $$
begin
  if my_staff() is null then return new; end if;
  if (new.kind, new.framework_id, new.inspection_type) is distinct from (old.kind, old.framework_id, old.inspection_type)
    and exists (select 1 from inspection_panel p where p.service_id = old.service_id and p.inspection_id = old.id) then
    raise exception 'The kind and the framework of an inspection stay once its panel has met' using errcode = '42501';
  end if;
  if new.state = 'published' and new.published_on is distinct from british_day(now())
    or new.state in ('draft', 'factual-accuracy', 'published') and new.kind <> 'inspectorate' and not exists (
      select 1 from inspection_panel p where p.service_id = new.service_id and p.inspection_id = new.id) then
    raise exception 'An inspection is drafted after its panel has met, and published on the day itself' using errcode = '42501';
  end if;
  return new;
end $$;
create or replace trigger b_inspection_stays before update on inspection for each row execute function inspection_stays();
