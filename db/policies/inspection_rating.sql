-- Ratings are written until the inspection is published; while its draft is being checked only by a decision of the panel.
call guard_table('inspection_rating', 'RC14');
create policy staff_read on inspection_rating for select to foothold_staff using (
  service_id = (select my_service()) and (select may('inspection.progress')) and inspection_id in (select i.id from inspection i));
create policy staff_add on inspection_rating for insert to foothold_staff with check (
  service_id = (select my_service()) and inspection_id in (select my_inspections('inspection.rate'))
    and (decision_id is null and inspection_id in (select i.id from inspection i where i.state <> 'factual-accuracy')
      or decision_id in (select d.id from decision d where d.about_table = 'inspection' and d.about_id = inspection_id)));
create policy staff_change on inspection_rating for update to foothold_staff
  using (service_id = (select my_service()) and inspection_id in (select my_inspections('inspection.rate')))
  with check (service_id = (select my_service())
    and (decision_id is null and inspection_id in (select i.id from inspection i where i.state <> 'factual-accuracy')
      or decision_id in (select d.id from decision d where d.about_table = 'inspection' and d.about_id = inspection_id)));
call grant_columns('inspection_rating', false);
grant update (rating, reason, decision_id) on inspection_rating to foothold_staff;
-- A rating that a panel decided is changed by another decision, not beneath the old one.
create or replace function rating_stays() returns trigger language plpgsql as $$
begin
  if my_staff() is not null and new.rating is distinct from old.rating and new.decision_id = old.decision_id then
    raise exception 'Another rating needs another decision of the panel' using errcode = '42501';
  end if;
  return new;
end $$;
create or replace trigger b_rating_stays before update of rating on inspection_rating for each row execute function rating_stays();
