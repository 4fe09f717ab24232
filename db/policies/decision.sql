-- A decision about a child is read with offences and outcomes; it is made by those the panel gives the pen, and never rewritten: only confirmed, escalated or replaced.
call protect_child_table('decision', 'RC2S', 'RC2');
alter policy staff_add on decision with check (
  service_id = (select my_service()) and (select may('decision.record'))
  and decided_by = (select my_staff()) and confirmed_by is null and confirmed_on is null and status = 'made'
  and (child_id is null or child_id not in (select hidden_children()) or child_id in (select my_children())));
alter policy staff_change on decision using (
  service_id = (select my_service()) and ((select may('decision.record')) or (select may('decision.confirm')))
  and (((select my_scope()) = 'service' and child_id not in (select hidden_children())) or child_id in (select my_children())))
with check (service_id = (select my_service()));
revoke update on decision from foothold_staff;
grant update (status, confirmed_by, confirmed_on) on decision to foothold_staff;
-- Nobody confirms in another's name, and nobody who may not confirm does so. The owner's own rows (a demonstration, a restore) carry no person.
create or replace function decision_confirmed_by_oneself() returns trigger language plpgsql as $$
begin
  if my_staff() is not null and new.confirmed_by is distinct from old.confirmed_by
    and (not may('decision.confirm') or new.confirmed_by is distinct from my_staff()) then
    raise exception 'a decision is confirmed by the police lead in their own name' using errcode = 'insufficient_privilege';
  end if;
  if my_staff() is not null and new.status = 'final' and new.confirmed_by is null then
    raise exception 'a decision is final when the police lead has confirmed it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger b_confirmed_by_oneself before update on decision for each row execute function decision_confirmed_by_oneself();
