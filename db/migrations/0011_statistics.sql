create table published_source (
  id text primary key,
  title text not null,
  publisher text not null,
  licence text not null,
  attribution text not null,
  carrier text not null,
  carrier_version text not null,
  vintage_means text not null
);
comment on table published_source is 'Where published statistics come from: who published them, who carried them, under which licence, and what their vintage day means.';

create table published_measure (
  id text primary key,
  title text not null,
  unit text not null,
  per integer check (per > 0),
  places integer not null check (places between 0 and 6),
  numerator text not null,
  denominator text,
  better text check (better in ('lower', 'higher')),
  definition_version text not null,
  status text not null check (status in ('official', 'experimental', 'computed by the carrier')),
  note text not null,
  sort integer not null
);
comment on table published_measure is 'What a published figure counts, over what, and how it is printed.';
comment on column published_measure.per is 'The base of a rate: 100000, 100 for a percentage, 1 for a ratio; null, as the denominator, for a plain count.';

create table published_area (
  code text primary key,
  name text not null,
  type text not null check (type in ('country', 'region', 'local authority', 'police area')),
  lies_in text references published_area (code),
  gss_code text unique,
  ended_on date
);
comment on table published_area is 'Areas of published statistics. The code is the Department for Education''s number; England and Wales and police areas have their own.';
comment on column published_area.ended_on is 'The last day of an authority that was replaced.';

create table published_figure (
  measure_id text not null references published_measure (id),
  area_code text not null references published_area (code),
  period text not null,
  ethnicity text not null default 'all',
  sex text not null default 'all',
  age text not null default 'all',
  kind text not null default 'all',
  vintage text not null check (vintage ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  ends_on date not null,
  value numeric,
  numerator numeric,
  denominator numeric,
  mark text check (mark in ('suppressed', 'not available', 'not available or suppressed', 'derived')),
  source_id text not null references published_source (id),
  primary key (measure_id, area_code, period, ethnicity, sex, age, kind, vintage),
  check (value is not null or mark is not null)
);
comment on table published_figure is 'Every vintage of every published figure; the newest is shown and the older ones are kept, so that a restatement can be told.';
comment on column published_figure.period is '2022 calendar year, 2022-23 year to March, 2022-06 month, 2022-04 to 2022-06 months from and to.';
comment on column published_figure.vintage is 'The day, month or year of publication, or of the copy where the source says so.';
comment on column published_figure.value is 'As published, with its own decimal places; null when it was withheld.';
comment on column published_figure.kind is 'Outcome, offence, legal basis or decision point, where the figure is broken down by one.';

create table area_neighbour (
  area_code text not null references published_area (code),
  list_year integer not null,
  rank integer not null check (rank > 0),
  neighbour_code text not null references published_area (code),
  closeness text not null,
  primary key (area_code, list_year, rank)
);
comment on table area_neighbour is 'The ten children''s services statistical neighbours of each authority, by the year of the list. They are not the Youth Justice Board''s family.';

create table area_family (
  service_id uuid not null references service (id) on delete cascade,
  id uuid not null,
  name text not null check (name <> ''),
  members text[] not null check (cardinality(members) between 1 and 40),
  why text not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (service_id, id),
  unique (service_id, name)
);
comment on table area_family is 'A service''s own named list of areas to compare itself with; every change is kept in the history.';
comment on column area_family.members is 'Codes of published_area, in the order in which they are shown.';
