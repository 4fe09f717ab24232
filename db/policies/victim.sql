call protect_child_table('victim', 'RC11', 'RC11');

-- Which of a child's victim lines are of a person who is also a child known to the service: yes or no and nothing more,
-- for the victim worker and for managers, who must keep the two apart.
create or replace function victim_lines_known(of_child uuid) returns setof uuid language plpgsql stable security definer
  set search_path = public, pg_temp
  as $$
begin
  return query
    select v.victim_involvement_id from victim v
    where v.service_id = my_service() and v.child_id = of_child and v.known_child_id is not null
      and (may('victim.vault') or may('child.allocate'))
      and (v.child_id not in (select h from hidden_children() h) or v.child_id in (select m from my_children() m));
end $$;
revoke all on function victim_lines_known(uuid) from public;
grant execute on function victim_lines_known(uuid) to foothold_staff;
