create table reference_code (
  list text not null,
  code text not null,
  label text not null,
  sort integer not null default 0,
  attributes jsonb not null default '{}',
  source text not null,
  confidence text not null,
  valid_from date,
  valid_to date,
  primary key (list, code)
);
comment on table reference_code is 'Code lists loaded from db/reference: the list is the file''s name, further columns are in attributes.';

create table bank_holiday (
  division text not null,
  day date not null,
  name text not null,
  source text not null,
  confidence text not null,
  primary key (division, day)
);
comment on table bank_holiday is 'Public holidays of England and Wales; they are not working days.';

create table calendar_day (
  day date primary key,
  is_working boolean not null,
  ordinal integer not null
);
create index calendar_day_ordinal on calendar_day (ordinal) where is_working;
comment on table calendar_day is 'Every day with the number of working days up to and including it, so that adding working days is an index look-up.';

create table time_limit (
  id text primary key,
  area text not null,
  step text not null,
  applies_to text not null,
  clock_starts text not null,
  number integer not null,
  unit text not null check (unit in ('working days', 'days', 'weeks', 'months')),
  standing text not null,
  source text not null,
  confidence text not null,
  valid_from date,
  valid_to date
);
comment on table time_limit is 'How long each step may take, with its source and how sure we are of it.';

create table time_limit_override (
  service_id uuid not null references service (id) on delete cascade,
  time_limit_id text not null references time_limit (id) on delete cascade,
  number integer not null check (number > 0),
  unit text not null check (unit in ('working days', 'days', 'weeks', 'months')),
  reason text not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (service_id, time_limit_id)
);
comment on table time_limit_override is 'A service''s own figure for a time limit, and why.';

create table assessment_template (
  id text not null,
  version integer not null,
  title text not null,
  content jsonb not null,
  valid_from date not null,
  valid_to date,
  primary key (id, version)
);
comment on table assessment_template is 'Versioned assessment tools: sections, questions, prompts and lenses as data. Answers keep the version they were given in.';
