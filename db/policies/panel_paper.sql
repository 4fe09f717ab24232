-- A member who has declared an interest in a child does not read that child's paper, whatever else lets them see the child.
-- A paper that was taken back is read by nobody: words that a victim no longer shares may stand in it. Decisions rest on
-- papers that stand, and the log of looks says who had read it before.
-- Whoever comes from another agency reads a paper in the window of its own panel, whatever other work they have with the child; who
-- reads a sample of cases reads their papers.
call protect_child_table('panel_paper', 'RC5P', 'RC5P', false,
  'withdrawn_on is null and child_id not in (select c.child_id from panel_conflict c where c.staff_id = (select my_staff()))
   and ((select my_scope()) = ''service'' or panel_item_id in (select my_open_items())
     or child_id in (select r.child_id from relationship r where r.staff_id = (select my_staff()) and r.kind = ''sample''
       and r.starts_at <= now() and (r.ends_at is null or r.ends_at > now())))');

-- The newest paper is the only one that stands. Definer, because the maker cannot reach a row that they may no longer read.
create or replace function take_back_older_papers() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
begin
  update panel_paper p set withdrawn_on = now()
    where p.service_id = new.service_id and p.panel_item_id = new.panel_item_id and p.id <> new.id and p.withdrawn_on is null;
  return null;
end $$;
revoke all on function take_back_older_papers() from public;
create or replace trigger newest_stands after insert on panel_paper for each row execute function take_back_older_papers();

-- When a victim takes words back, or shares less, papers that hold the words and wait for a decision are taken back at once,
-- and the child's worker makes them again. Words that only grew stay agreed to. Definer, because the victim worker reads no paper.
create or replace function take_back_papers_of_victim() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
declare item uuid;
begin
  for item in
    update panel_paper p set withdrawn_on = now()
      from panel_item i
      where p.service_id = new.service_id and p.child_id = new.child_id and p.withdrawn_on is null
        and i.service_id = p.service_id and i.id = p.panel_item_id and i.state in ('listed', 'ready', 'deferred')
        and exists (select 1 from jsonb_array_elements(p.content -> 'victims') v where v ->> 'label' = old.label and v ->> 'shared' is not null)
      returning p.panel_item_id
  loop
    update panel_item i set state = 'listed',
        state_reason = 'The paper was taken back: what a person harmed agreed to share has changed. Read it again and make it anew before the panel.'
      where i.service_id = new.service_id and i.id = item and i.state = 'ready';
  end loop;
  return null;
end $$;
revoke all on function take_back_papers_of_victim() from public;
create or replace trigger shares_less after update on victim_involvement for each row
  when (old.shared_with_worker is not null and position(old.shared_with_worker in coalesce(new.shared_with_worker, '')) = 0
    or old.shared_with_worker is not null and old.ended_on is null and new.ended_on is not null)
  execute function take_back_papers_of_victim();
