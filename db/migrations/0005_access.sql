create table relationship (
  service_id uuid not null, id uuid not null, child_id uuid not null, staff_id uuid not null,
  kind text not null check (kind in ('allocated', 'co-worker', 'partner', 'information-request', 'panel', 'sample', 'duty', 'named-list')),
  starts_at timestamptz not null, ends_at timestamptz, reason text not null,
  conflict_check text not null default 'none-known' check (conflict_check in ('none-known', 'declared-and-managed', 'not-applicable')),
  conflict_note text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, staff_id) references staff (service_id, id) on delete restrict,
  check (ends_at is null or ends_at >= starts_at)
);
create index relationship_staff on relationship (service_id, staff_id, child_id);
create index relationship_child on relationship (service_id, child_id, kind);
create unique index relationship_one_allocated on relationship (service_id, child_id) where kind = 'allocated' and ends_at is null;
comment on table relationship is 'Who works with a child, as what, from when to when. Access follows from it; it is also the child''s history of workers.';

create table restricted_record (
  service_id uuid not null, id uuid not null, child_id uuid not null,
  reason text not null, detail text not null, starts_on date not null, ended_on date,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade
);
create unique index restricted_record_live on restricted_record (service_id, child_id) where ended_on is null;
comment on table restricted_record is 'A sealed record: only people on its named list (relationship kind named-list) see the child.';

create table break_glass (
  service_id uuid not null, id uuid not null, child_id uuid not null, staff_id uuid not null,
  reason text not null check (length(reason) >= 10),
  starts_at timestamptz not null, ends_at timestamptz not null,
  reviewed_at timestamptz, reviewed_by uuid, review_finding text check (review_finding in ('justified', 'not-justified')), review_note text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, staff_id) references staff (service_id, id) on delete restrict,
  check (ends_at > starts_at and ends_at <= starts_at + interval '8 hours'),
  check ((reviewed_at is null) = (review_finding is null) and reviewed_by is distinct from staff_id)
);
create index break_glass_staff on break_glass (service_id, staff_id, ends_at);
create index break_glass_child on break_glass (service_id, child_id);
comment on table break_glass is 'Timed access in an emergency, with its reason; another manager reviews it the next working day.';

create table access_log (
  service_id uuid not null, id uuid not null, child_id uuid, staff_id uuid not null,
  at timestamptz not null default now(), kind text not null check (kind in ('view', 'change', 'search', 'export', 'print', 'denied', 'purpose')),
  page text not null, purpose text, via text,
  primary key (service_id, id)
);
create index access_log_child on access_log (service_id, child_id, at desc);
create index access_log_at on access_log (service_id, at desc);
create index access_log_staff on access_log (service_id, staff_id, at desc);
comment on table access_log is 'Who looked at what, when and why. Never changed, never erased by the app.';
comment on column access_log.page is 'The route''s pattern, not the address: no personal data.';
comment on column access_log.via is 'The relationship that let them in, or service, break-glass, none.';

create table change_log (
  service_id uuid, id bigint generated always as identity, child_id uuid, record_class text not null,
  table_name text not null, row_id text not null, operation text not null check (operation in ('insert', 'update', 'delete')),
  before jsonb, after jsonb, changed_at timestamptz not null default clock_timestamp(), changed_by uuid,
  primary key (id)
);
create index change_log_child on change_log (service_id, child_id, changed_at desc);
create index change_log_row on change_log (service_id, table_name, row_id, changed_at desc);
create index change_log_staff on change_log (service_id, changed_by, changed_at desc);
comment on table change_log is 'Every change to every row, before and after, written by one trigger. For an update only the columns that changed are kept.';
