-- What others say of the service: a figure as it was published or sent, to lie beside our own, and how the difference was explained.
create table national_figure (
  service_id uuid not null, id uuid not null,
  measure text not null, definition text not null check (definition in ('first', 'newer')),
  period_from date not null, period_to date not null,
  numerator integer not null check (numerator >= 0), denominator integer check (denominator >= 0), value text,
  source text not null check (source <> ''), vintage text not null check (vintage <> ''),
  status text not null default 'open' check (status in ('open', 'waiting', 'signed', 'returned')),
  explanation text, explained_at timestamptz, explained_by uuid,
  numerator_then integer, denominator_then integer,
  answered_at timestamptz, answered_by uuid, answer_note text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, measure, definition, period_from, period_to, source, vintage),
  foreign key (service_id) references service (id) on delete cascade,
  foreign key (service_id, explained_by) references staff (service_id, id) on delete restrict,
  foreign key (service_id, answered_by) references staff (service_id, id) on delete restrict,
  check (period_to > period_from),
  check ((status = 'open') = (explained_at is null)),
  check ((explained_at is null) = (explained_by is null) and (explained_at is null) = (explanation is null) and (explained_at is null) = (numerator_then is null)),
  check ((answered_at is null) = (answered_by is null)),
  check (status not in ('signed', 'returned') or answered_at is not null),
  check (status <> 'returned' or answer_note is not null),
  check (answered_by <> explained_by)
);
comment on table national_figure is 'A figure of this service as a national body or another source gave it, with how its difference from our own was explained and who signed that.';
comment on column national_figure.measure is 'The id of the measure of ours that it lies beside.';
comment on column national_figure.denominator is 'What it was divided by: children, or residents of the population that the source used; null where it is not said.';
comment on column national_figure.value is 'As the source prints it.';
comment on column national_figure.vintage is 'Which publication or return it comes from: the same period is said anew every year.';
comment on column national_figure.numerator_then is 'Our own numerator as it stood when the difference was explained.';
comment on column national_figure.denominator_then is 'Our own denominator as it stood then.';
