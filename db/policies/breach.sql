-- The worker proposes; a manager who did not propose it approves, returns or withdraws, in their own name only; the worker says what came of it.
call protect_child_table('breach', 'RC2S', 'RC2');
alter policy staff_change on breach using (
  service_id = (select my_service())
  and ((select may_write('RC2')) or (select may('breach.approve'))
    or ((select may_write_related('RC2')) and child_id in (select m from my_children() m)))
  and (child_id = any ((select children_apart())::uuid[])) <> (select my_scope() = 'service'))
with check (service_id = (select my_service()));
create policy begins_proposed on breach as restrictive for insert to foothold_staff
  with check (status = 'proposed' and approved_by is null and withdrawn_by is null and proposed_by = (select my_staff()));
create or replace function breach_approved_by_another() returns trigger language plpgsql as $$
begin
  if my_staff() is null then return new; end if;
  if (new.approved_by is distinct from old.approved_by or new.withdrawn_by is distinct from old.withdrawn_by
      or new.status = 'returned' and old.status <> 'returned')
    and (not may('breach.approve') or new.approved_by is distinct from old.approved_by and new.approved_by is distinct from my_staff()
      or new.withdrawn_by is distinct from old.withdrawn_by and new.withdrawn_by is distinct from my_staff()) then
    raise exception 'a breach is approved, returned or withdrawn by a manager in their own name' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger b_approved_by_another before update on breach for each row execute function breach_approved_by_another();
