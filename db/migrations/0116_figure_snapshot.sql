-- A quarter's figures as they were frozen and signed: what is quoted stays as it was, whatever the record says later.
create table figure_snapshot (
  service_id uuid not null, id uuid not null,
  period_from date not null, period_to date not null, definition text not null check (definition in ('first', 'newer')),
  number integer not null check (number > 0),
  status text not null default 'waiting' check (status in ('waiting', 'signed', 'returned')),
  frozen_at timestamptz not null default now(), frozen_by uuid not null, note text,
  answered_at timestamptz, answered_by uuid, answer_note text,
  population integer check (population >= 0), population_source text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, period_from, definition, number),
  foreign key (service_id) references service (id) on delete cascade,
  foreign key (service_id, frozen_by) references staff (service_id, id) on delete restrict,
  foreign key (service_id, answered_by) references staff (service_id, id) on delete restrict,
  check (period_to > period_from),
  check ((status = 'waiting') = (answered_at is null)),
  check ((answered_at is null) = (answered_by is null)),
  check (answered_by <> frozen_by),
  check (status <> 'returned' or answer_note is not null)
);
comment on table figure_snapshot is 'The figures of a quarter as an analyst froze and signed them, and a head of service signed them or sent them back.';
comment on column figure_snapshot.number is 'Which freezing of this quarter by this definition it is: one that was sent back is followed by the next.';
comment on column figure_snapshot.note is 'What the analyst says of the figures.';
comment on column figure_snapshot.population is 'Residents aged 10 to 17 by which its rates are divided; null where none were recorded.';
comment on column figure_snapshot.population_source is 'Where that number came from, and which vintage of it.';

create table frozen_figure (
  service_id uuid not null, id uuid not null, snapshot_id uuid not null,
  measure text not null, title text not null, unit text not null, value text, exact text,
  numerator integer not null check (numerator >= 0), denominator integer check (denominator >= 0),
  rule_mark text not null, counted_rows jsonb not null,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, snapshot_id, measure),
  foreign key (service_id, snapshot_id) references figure_snapshot (service_id, id) on delete cascade
);
comment on table frozen_figure is 'One figure of a snapshot with every row that it was made from. Never changed.';
comment on column frozen_figure.value is 'As it is printed; null where there was nothing to divide by.';
comment on column frozen_figure.exact is 'The same as a fraction.';
comment on column frozen_figure.rule_mark is 'The beginning of the sum (SHA-256) of the rule as the database read it: another rule has another.';
comment on column frozen_figure.counted_rows is '[{unit, person, counted, hit, reason, breakdowns}]. A child stands there by the number of their record alone: once that is erased it leads to nobody.';
