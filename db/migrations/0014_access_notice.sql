create table access_notice (
  service_id uuid not null references service (id) on delete restrict, id uuid not null,
  kind text not null check (kind in ('sign-in-reset', 'named-self')),
  about_staff uuid, record_number text,
  done_by uuid not null, done_at timestamptz not null default now(),
  for_staff uuid, for_role text,
  looked_at timestamptz, looked_by uuid,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, about_staff) references staff (service_id, id) on delete restrict,
  foreign key (service_id, done_by) references staff (service_id, id) on delete restrict,
  foreign key (service_id, for_staff) references staff (service_id, id) on delete restrict,
  check ((for_staff is null) <> (for_role is null)),
  check ((looked_at is null) = (looked_by is null)),
  check (for_staff is distinct from done_by and looked_by is distinct from done_by)
);
create index access_notice_open on access_notice (service_id) where looked_at is null;
comment on table access_notice is 'Something done to access by those who watch over it, shown to somebody else until they have looked at it.';
comment on column access_notice.about_staff is 'Whose sign-in was started again.';
comment on column access_notice.record_number is 'The number, and nothing else, of the sealed record whose list they put themselves on.';
comment on column access_notice.for_role is 'Anybody of this role may look at it, but neither who did it nor whom it is about.';
