-- Extensions are trusted in PostgreSQL 13+, so a database owner may create them.
create extension if not exists pg_trgm;
create extension if not exists btree_gist;
create extension if not exists unaccent;

create table service (
  id uuid primary key,
  code text not null unique,
  name text not null,
  nation text not null check (nation in ('england', 'wales')),
  panel_name text not null default 'Joint decision panel',
  settings jsonb not null default '{}',
  created_at timestamptz not null default now()
);
comment on table service is 'A youth justice service. One installation may serve many; every other row names its service.';
comment on column service.settings is 'Local choices that are not rules: panel quorum, review times, signposts. Rules are reference data.';

create table team (
  service_id uuid not null references service (id) on delete restrict,
  id uuid not null,
  name text not null,
  primary key (service_id, id)
);
comment on table team is 'A team of a service; a manager sees their team''s work.';

create table staff (
  service_id uuid not null references service (id) on delete restrict,
  id uuid not null,
  auth_user_id text,
  name text not null,
  email text not null,
  job_title text not null,
  agency text not null,
  role text not null,
  team_id uuid,
  manager_id uuid,
  skills text[] not null default '{}',
  case_limit integer check (case_limit >= 0),
  active_from date not null,
  active_to date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (service_id, id),
  unique (id),
  unique (service_id, email),
  foreign key (service_id, team_id) references team (service_id, id) on delete restrict,
  foreign key (service_id, manager_id) references staff (service_id, id) on delete restrict
);
create index staff_auth_user on staff (auth_user_id);
comment on table staff is 'Anyone who works with the record: the service''s own staff, seconded and partner staff, volunteers, board, inspectors.';
comment on column staff.role is 'One of the roles in src/domain/access; what the role may see follows from there.';
comment on column staff.case_limit is 'How many children this person is meant to hold at once; null where they hold none.';
comment on column staff.active_to is 'Access ends with this day (secondment, sample or placement over).';
