-- What is still planned with a child is a handful among all that ever was. Under a policy the planner takes no bound on coalesce()
-- for an index: the few rows stand in one of their own, in the order in which they come.
create index contact_to_come on contact (service_id, child_id, (coalesce(held_at, planned_at))) where status = 'planned';
-- What a manager owes is looked up by the workers of their team, who are few, and not among all that managers of the service owe.
create index duty_open_worker on duty (service_id, owed_by, worker_id) where done_on is null and owner_id is null;
-- Promises are few among the duties of a team's workers.
create index duty_open_promise on duty (service_id, owner_id) where link_kind = 'action' and done_on is null;
-- Whom somebody works with now, among all whom they ever worked with.
create index relationship_until on relationship (service_id, staff_id, ends_at);
create index assessment_signed on assessment (service_id, signed_on) where status = 'signed';
