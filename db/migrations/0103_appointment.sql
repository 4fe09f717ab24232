-- Where a contact takes place in the service's own rooms, which contacts were planned together, and why one was moved or called off.
create table room (
  service_id uuid not null references service (id) on delete restrict, id uuid not null,
  name text not null check (name <> ''), note text, closed_on date,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id), unique (service_id, name)
);
comment on table room is 'A room of the service that appointments are planned for.';
comment on column room.note is 'What whoever books it should know: how many it holds, whether there are stairs.';
comment on column room.closed_on is 'From this day on nothing more is planned for it.';
alter table contact add room_id uuid, add series_id uuid, add change_reason text,
  add foreign key (service_id, room_id) references room (service_id, id) on delete restrict,
  add check (status <> 'cancelled' or change_reason is not null);
create index contact_room on contact (service_id, room_id, (coalesce(held_at, planned_at))) where room_id is not null;
create index contact_series on contact (service_id, child_id, series_id) where series_id is not null;
comment on column contact.room_id is 'The room of the service that it is planned for.';
comment on column contact.series_id is 'The same for contacts that were planned together, one every so many weeks; null for one alone.';
comment on column contact.change_reason is 'Why it was last moved, or was called off. A contact that is called off has one.';
