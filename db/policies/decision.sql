-- A decision about a child is read with offences and outcomes; it is made by those the panel gives the pen, and never rewritten: only confirmed, escalated or replaced.
call protect_child_table('decision', 'RC2S', 'RC2');
alter policy staff_add on decision with check (
  service_id = (select my_service()) and (select may('decision.record'))
  and decided_by = (select my_staff()) and confirmed_by is null and confirmed_on is null and status = 'made'
  and (child_id is null or child_id not in (select h from hidden_children() h) or child_id in (select m from my_children() m)));
alter policy staff_change on decision using (
  service_id = (select my_service()) and ((select may('decision.record')) or (select may('decision.confirm')))
  and child_id is not null and (child_id = any ((select children_apart())::uuid[])) <> (select my_scope() = 'service'))
with check (service_id = (select my_service()) and child_id is not null);
-- A ratings panel decides about an inspection and not about a child, in a meeting that is recorded and with its members' views, so that
-- nobody decides alone; a later decision replaces it.
create policy inspection_read on decision for select to foothold_staff using (
  service_id = (select my_service()) and child_id is null and about_table = 'inspection' and (select may('inspection.view')));
create policy inspection_change on decision for update to foothold_staff
  using (service_id = (select my_service()) and child_id is null and about_table = 'inspection'
    and about_id in (select my_inspections('inspection.rate')))
  with check (service_id = (select my_service()) and status = 'replaced' and about_id in (select i.id from inspection i where i.state <> 'published'));
-- Restrictive, since the policies above are alternatives: what a panel decided is replaced, before publication, and nothing else.
create policy inspection_kept on decision as restrictive for update to foothold_staff using (
  about_table <> 'inspection' or about_id in (select my_inspections('inspection.rate')))
  with check (about_table <> 'inspection' or status = 'replaced' and about_id in (select i.id from inspection i where i.state <> 'published'));
create policy inspection_add on decision as restrictive for insert to foothold_staff with check (
  about_table <> 'inspection' or child_id is null and about_id in (select my_inspections('inspection.rate'))
  and jsonb_array_length(positions) > 0
  and exists (select 1 from inspection_panel p where p.inspection_id = decision.about_id and p.held_on = decision.decided_on));
-- Whoever leads an inspection writes down what its panel decided, though they record no decision about a child.
create policy inspection_lead_add on decision for insert to foothold_staff with check (
  service_id = (select my_service()) and about_table = 'inspection' and child_id is null and about_id in (select my_inspections('inspection.rate'))
  and decided_by = (select my_staff()) and confirmed_by is null and confirmed_on is null and status = 'made');
revoke update on decision from foothold_staff;
grant update (status, confirmed_by, confirmed_on) on decision to foothold_staff;
-- Nobody confirms in another's name, nor without the permission that the rule of its kind asks for. The owner's own rows (a demonstration,
-- a restore) carry no person.
create or replace function decision_confirmed_by_oneself() returns trigger language plpgsql as $$
declare needed text := (select r.confirm_permission from decision_rule r where r.about_table = new.about_table);
begin
  if my_staff() is not null and new.confirmed_by is distinct from old.confirmed_by
    and (needed is null or not may(needed) or new.confirmed_by is distinct from my_staff()) then
    raise exception 'a decision is confirmed in their own name by whoever may confirm it' using errcode = 'insufficient_privilege';
  end if;
  if my_staff() is not null and new.status = 'final' and old.status <> 'final' and new.confirmed_by is null then
    raise exception 'a decision is final when whoever may confirm it has done so' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger b_confirmed_by_oneself before update on decision for each row execute function decision_confirmed_by_oneself();
