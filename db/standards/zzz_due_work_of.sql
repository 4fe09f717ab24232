-- The open duties of some children. The view joins some eighty tables, which takes longer to plan than to run:
-- inside a function each connection plans it once, whatever the children are. It runs as whoever asks, so the policies hold as for the view.
create or replace function due_work_of(service uuid, children uuid[])
returns table (child_id uuid, involvement_id uuid, subject_id uuid, standard text, what text, owed_by text, owner_id uuid,
  started_on date, due_on date, link_kind text)
language plpgsql stable set plan_cache_mode = force_generic_plan set jit = off as $$
begin
  return query
    select d.child_id, d.involvement_id, d.subject_id, d.standard, d.what, d.owed_by, d.owner_id, d.started_on, d.due_on, d.link_kind
    from due_work d
    where d.service_id = service and d.child_id = any (children) and d.done_on is null and d.due_on is not null
    order by d.due_on, d.subject_id, d.standard;
end $$;
revoke all on function due_work_of(uuid, uuid[]) from public;
grant execute on function due_work_of(uuid, uuid[]) to foothold_staff;
