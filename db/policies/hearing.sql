call protect_child_table('hearing', 'RC2S', 'RC2');
-- Whoever covers a hearing works with the child for it, so whom one sees is found again.
create or replace trigger c_children after insert or update or delete on hearing for each statement execute function find_children_again();
-- One step for whoever may cover: they need not work with the child yet, and nobody is put aside without a word.
create or replace function take_cover(wanted uuid) returns boolean language plpgsql volatile security definer
  set search_path = public, pg_temp as $$
begin
  if not may('hearing.cover') then
    raise exception 'This person may not cover a hearing' using errcode = '42501';
  end if;
  update hearing h set covered_by = my_staff(), covered_on = british_day(now())
    where h.service_id = my_service() and h.id = wanted and h.covered_by is null and h.state = 'expected'
      and (h.child_id = any (children_apart())) <> (my_scope() = 'service');
  return found;
end $$;
revoke all on function take_cover(uuid) from public;
grant execute on function take_cover(uuid) to foothold_staff;
-- A court's register reaches children with whom whoever brings it in does not work: it records what was expected, and puts nothing right.
create policy register_add on hearing for insert to foothold_staff
  with check (service_id = (select my_service()) and (select may('register.import')) and child_id not in (select h from hidden_children() h));
create policy register_change on hearing for update to foothold_staff
  using (service_id = (select my_service()) and (select may('register.import')) and state = 'expected' and child_id not in (select h from hidden_children() h))
  with check (service_id = (select my_service()) and (select may('register.import')) and child_id not in (select h from hidden_children() h));
