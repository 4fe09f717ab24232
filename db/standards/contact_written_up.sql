drop view if exists due_contact_written_up cascade;
create view due_contact_written_up with (security_invoker = true) as
select c.service_id, c.child_id as child_id, c.involvement_id as involvement_id, c.id as subject_id,
  'contact-note' as standard, 'Record what happened at the planned contact' as what, 'named' as owed_by, c.worker_id as owner_id, c.planned_at as starts_at,
  british_day(c.planned_at) as started_on, d.due_on as due_on, null::date as done_on, null::date as stopped_on, 'contact-outcome' as link_kind
from contact c
cross join lateral due_day(c.service_id, 'contact-note', british_day(c.planned_at)) d
where c.status = 'planned' and c.planned_at is not null and exists (
  select 1 from live_work l where l.service_id = c.service_id and l.child_id = c.child_id);
comment on view due_contact_written_up is 'While somebody works with the child, what happened at a planned contact is recorded soon after its time.';
