-- Read by whoever may read the service's own figures. An analyst brings them in and explains in their own name; a head of service who
-- did not explain it signs or sends back. What a source said is changed by nobody: a later vintage is another row.
call guard_table('national_figure', 'RC16');
create policy staff_read on national_figure for select to foothold_staff using (service_id = (select my_service()) and (select may('figures.own')));
create policy analyst_add on national_figure for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('figures.freeze')) and status = 'open');
create policy analyst_explains on national_figure for update to foothold_staff
  using (service_id = (select my_service()) and (select may('figures.freeze')) and status <> 'signed')
  with check (service_id = (select my_service()) and status = 'waiting' and explained_by = (select my_staff()) and answered_by is null);
create policy head_answers on national_figure for update to foothold_staff
  using (service_id = (select my_service()) and (select may('figures.sign')) and status = 'waiting' and explained_by <> (select my_staff()))
  with check (service_id = (select my_service()) and status in ('signed', 'returned') and answered_by = (select my_staff()));
call grant_columns('national_figure', false);
grant update (status, explanation, explained_at, explained_by, numerator_then, denominator_then, answered_at, answered_by, answer_note) on national_figure to foothold_staff;
-- Who signs changes no word of what they sign.
create or replace function explanation_stands() returns trigger language plpgsql as $$
begin
  if my_staff() is not null and not may('figures.freeze')
    and (new.explanation, new.explained_at, new.explained_by, new.numerator_then, new.denominator_then)
      is distinct from (old.explanation, old.explained_at, old.explained_by, old.numerator_then, old.denominator_then) then
    raise exception 'whoever signs an explanation changes no word of it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger b_explanation_stands before update on national_figure for each row execute function explanation_stands();
