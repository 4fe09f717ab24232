-- What is due is kept as rows; what was asked of the database in their place goes.
drop function if exists due_work_of(uuid, uuid[]);
drop function if exists due_work_whole(uuid[]);
drop function if exists reads_all_duties();
drop function if exists victim_first_reached(uuid) cascade;
drop function if exists victim_is_child(uuid) cascade;

create table standard (
  name text primary key,
  reads text[] not null,
  needs text[] not null
);
comment on table standard is 'Each view of a duty in db/standards, found in the catalogue: made anew whenever views or policies have changed.';
comment on column standard.name is 'The view''s name.';
comment on column standard.reads is 'The tables it is made of: a change in one of them brings its rows up to date.';
comment on column standard.needs is 'The record classes and permissions that these tables ask of a reader: whoever lacks one would be told what is not so, and is told nothing.';

create table duty (
  service_id uuid not null, child_id uuid, standard_view text not null, row_key bigint not null,
  involvement_id uuid, subject_id uuid not null, standard text not null, what text not null,
  owed_by text not null check (owed_by in ('worker', 'manager', 'named', 'police', 'partner', 'victim-worker')),
  named_id uuid, worker_id uuid,
  owner_id uuid generated always as (case when owed_by = 'worker' then coalesce(worker_id, named_id) else named_id end) stored,
  agency text, starts_at timestamptz, started_on date, due_on date, done_on date, link_kind text not null,
  primary key (service_id, standard_view, row_key)
);
create index duty_child on duty (service_id, child_id, standard_view);
create index duty_open_child on duty (service_id, child_id, due_on) where done_on is null;
create index duty_open_owner on duty (service_id, owner_id, due_on) where done_on is null;
create index duty_open_owed on duty (service_id, owed_by, due_on) where done_on is null and owner_id is null;
comment on table duty is 'Every duty, done or not: the worklist, the overdue badge and the timeliness figures read these rows. They are what the views of db/standards say, and the database keeps them so: nobody writes them.';
comment on column duty.child_id is 'Empty where the duty is about no child, as an action after an inspection. No foreign key: a row is written as a transaction ends, and must wait for nobody then.';
comment on column duty.standard_view is 'The view that says that it is due.';
comment on column duty.row_key is 'Of all that the view says of it: a row is the same or it is another.';
comment on column duty.standard is 'The time limit, or the name of a day that somebody set.';
comment on column duty.owed_by is 'Who does it: the allocated worker, a manager, the person named, police, the partner agency or the victim worker.';
comment on column duty.named_id is 'The person whom the record itself names.';
comment on column duty.worker_id is 'The child''s allocated worker now.';
comment on column duty.owner_id is 'The person who owes it, where it is one.';
comment on column duty.agency is 'The agency that was asked.';
comment on column duty.starts_at is 'It is nobody''s duty before then, such as to record a contact that is still to come. The row is there all the same: whether a duty exists never depends on the clock.';
comment on column duty.done_on is 'What fell away without being done has no row.';

create unlogged table duty_stale (
  tx xid8 not null, service_id uuid not null, child_id uuid, whole_service boolean not null, source text not null
);
create index duty_stale_tx on duty_stale (tx);
comment on table duty_stale is 'Whose duties this transaction has still to bring up to date: written by a trigger on each table of a standard, empty again when the transaction ends.';
comment on column duty_stale.tx is 'Each transaction sees to its own.';
comment on column duty_stale.whole_service is 'Every child of the service: a table of the service itself has changed, such as its time limits.';
comment on column duty_stale.source is 'The table that has changed: only the standards made of it are asked again.';

create index contact_attendance on contact (service_id, child_id, attendance, held_at) where status = 'recorded';
create index review_change_event on review (service_id, change_event_id);
create index warning_all on warning (service_id, child_id, raised_on);
create index victim_contact_child on victim_contact (service_id, child_id);
create index panel_paper_child on panel_paper (service_id, child_id);
