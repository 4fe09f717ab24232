-- The newest words of a child among thousands of contacts: without it, all of them are read and sorted.
create index contact_words on contact (service_id, child_id, (coalesce(held_at, planned_at)) desc, id) where status = 'recorded' and child_words <> '';
-- One list tells whom somebody sees (children_apart); the policies that asked this are laid down anew after.
drop function if exists unseen_children() cascade;
