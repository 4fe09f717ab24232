create table inspection_result (
  service_id uuid not null references service (id) on delete cascade,
  id uuid not null,
  inspected text not null check (inspected <> '' and length(inspected) <= 200),
  published text not null check (published ~ '^\d{4}(-\d\d){0,2}$'),
  framework text not null,
  inspection_type text,
  overall_rating text not null,
  overall_score integer check (overall_score >= 0),
  overall_max integer check (overall_max >= overall_score),
  resettlement text,
  standards jsonb not null default '{}' check (jsonb_typeof(standards) = 'object'),
  source text not null check (source <> ''),
  corrects uuid,
  reason text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, corrects) references inspection_result (service_id, id),
  unique (service_id, corrects),
  check ((corrects is null) = (reason is null)),
  check (reason <> '')
);
comment on table inspection_result is 'A published result of an inspection of any service, beside those that ship: read from a file or entered by hand. A row never changes; a correction is a row of its own.';
comment on column inspection_result.inspected is 'The service that was inspected, as its report names it.';
comment on column inspection_result.published is 'When the report was published: a year, a month or a day, as far as it is known.';
comment on column inspection_result.framework is 'An id of db/reference/inspection-frameworks.';
comment on column inspection_result.standards is 'The published rating of each standard that is known, by the standard''s number in the framework.';
comment on column inspection_result.corrects is 'The row that this one takes the place of; what it said is kept.';
comment on column inspection_result.reason is 'Why it was corrected.';
