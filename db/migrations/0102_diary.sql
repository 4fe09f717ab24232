-- A diary asks for a few days of some workers: planned or held, whatever the history's length.
create index contact_worker_day on contact (service_id, worker_id, (coalesce(held_at, planned_at)));
