-- Whether a person reads every class that duties are made of, whole: then a child's duties are the same to them with the policies of
-- some ninety tables asked one by one, or asked once for the child. test/rls/due-work.test.ts holds the two against each other.
create or replace function reads_all_duties() returns boolean language sql stable as $$
  select my_scope() = 'service' and may('victim.view')
    and not exists (select 1 from unnest('{RC1S,RC2S,RC3,RC4,RC5,RC5S,RC11S,RC13}'::text[]) class where not may_read(class))
$$;
-- The open duties of some children, for such a person: sealed records are left out here, once, and nothing of another service is read.
-- A table of duties whose policy asks more than service, class and child has its question repeated below.
create or replace function due_work_whole(children uuid[])
returns table (child_id uuid, involvement_id uuid, subject_id uuid, standard text, what text, owed_by text, owner_id uuid,
  started_on date, due_on date, link_kind text)
language plpgsql stable rows 20 security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan set jit = off as $$
declare
  service uuid := my_service();
  seen uuid[];
begin
  if not reads_all_duties() then return; end if;
  seen := array(select c from unnest(children) c where c not in (select hidden_children()) or c in (select my_children()));
  return query
    select d.child_id, d.involvement_id, d.subject_id, d.standard, d.what, d.owed_by, d.owner_id, d.started_on, d.due_on, d.link_kind
    from due_work d
    where d.service_id = service and d.child_id = any (children) and (d.child_id = any (seen) or d.link_kind = 'action' and d.owner_id = my_staff()) and d.done_on is null and d.due_on is not null
      and (d.link_kind <> 'break-glass' or may('break-glass.review')
        or exists (select 1 from break_glass b where b.service_id = service and b.id = d.subject_id and b.staff_id = my_staff()))
      -- What the first of two readers of a case asked for is closed until the second has judged.
      and (d.link_kind <> 'action' or d.subject_id::text not in (select unread_actions()))
    order by d.due_on, d.subject_id, d.standard;
end $$;
-- The open duties of some children, as whoever asks may see them. The view joins some eighty tables, which takes longer to plan than to
-- run: inside a function each connection plans it once, whatever the children are.
create or replace function due_work_of(service uuid, children uuid[])
returns table (child_id uuid, involvement_id uuid, subject_id uuid, standard text, what text, owed_by text, owner_id uuid,
  started_on date, due_on date, link_kind text)
language plpgsql stable rows 20 set plan_cache_mode = force_generic_plan set jit = off as $$
begin
  if service = my_service() and reads_all_duties() then
    return query select * from due_work_whole(children);
    return;
  end if;
  return query
    select d.child_id, d.involvement_id, d.subject_id, d.standard, d.what, d.owed_by, d.owner_id, d.started_on, d.due_on, d.link_kind
    from due_work d
    where d.service_id = service and d.child_id = any (children) and d.done_on is null and d.due_on is not null
    order by d.due_on, d.subject_id, d.standard;
end $$;
revoke all on function reads_all_duties(), due_work_whole(uuid[]), due_work_of(uuid, uuid[]) from public;
grant execute on function reads_all_duties(), due_work_whole(uuid[]), due_work_of(uuid, uuid[]) to foothold_staff;
