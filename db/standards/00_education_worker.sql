-- What a standard needs of who works with a child, as the owner: to be owed something one need not read every tie. Granted to nobody.
drop view if exists education_worker_tie cascade;
create view education_worker_tie as
select r.service_id, r.child_id, r.staff_id, r.starts_at, r.id from relationship r
join staff e on e.service_id = r.service_id and e.id = r.staff_id and e.role = 'education-worker' and e.active_to is null
where r.kind in ('partner', 'co-worker', 'named-list') and r.ends_at is null;
comment on view education_worker_tie is 'The ties of education workers to children that last until they are ended.';
