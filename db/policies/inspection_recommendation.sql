-- Added until the report is published; what becomes of a recommendation is recorded after it too, when its words no longer change.
call guard_table('inspection_recommendation', 'RC16');
create policy staff_read on inspection_recommendation for select to foothold_staff using (
  service_id = (select my_service()) and (select may('inspection.progress')) and inspection_id in (select i.id from inspection i));
create policy staff_add on inspection_recommendation for insert to foothold_staff with check (
  service_id = (select my_service()) and inspection_id in (select my_inspections('inspection.edit')));
create policy staff_change on inspection_recommendation for update to foothold_staff
  using (service_id = (select my_service())
    and ((select may('inspection.edit')) or inspection_id in (select my_inspections('inspection.edit'))))
  with check (service_id = (select my_service()));
call grant_columns('inspection_recommendation', false);
grant update (recommendation, addressees, measure, met_on, met_evidence) on inspection_recommendation to foothold_staff;
create or replace function recommendation_stands() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if my_staff() is not null and (new.recommendation, new.addressees) is distinct from (old.recommendation, old.addressees)
    and exists (select 1 from inspection i where i.service_id = old.service_id and i.id = old.inspection_id and i.state = 'published') then
    raise exception 'a published recommendation keeps its words' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke all on function recommendation_stands() from public;
create or replace trigger b_recommendation_stands before update on inspection_recommendation for each row execute function recommendation_stands();
