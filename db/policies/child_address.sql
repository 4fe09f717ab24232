-- A non-disclosed address is for the child's own workers and managers only.
call protect_child_table('child_address', 'RC1', 'RC1', true,
  '(not non_disclosure or (select may(''address.protected'')) or (child_id in (select m from my_children() m) and (select may_read(''RC1N''))))');

-- Whoever may change an address may hide it at once, also from themselves: a change whose row its writer may not read afterwards is
-- refused by the policy above, and a child is not kept waiting for somebody else.
create or replace function hide_address(address uuid) returns void language sql security definer set search_path = public, pg_temp as $$
  update child_address set non_disclosure = true
  where service_id = my_service() and id = address and not non_disclosure
    and (may_write('RC1') or (may_write_related('RC1') and child_id in (select m from my_children() m)))
    and (child_id in (select m from my_children() m) or (my_scope() = 'service' and child_id not in (select h from hidden_children() h)))
$$;
revoke all on function hide_address(uuid) from public;
grant execute on function hide_address(uuid) to foothold_staff;
