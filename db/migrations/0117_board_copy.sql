-- What the board reads of a signed quarter: printed words in which small numbers are hidden, and no number of a child.
create table board_copy (
  service_id uuid not null, id uuid not null, snapshot_id uuid not null,
  period_from date not null, period_to date not null, definition text not null check (definition in ('first', 'newer')),
  signed_on date not null, analyst_name text not null, head_name text not null, words text,
  figures jsonb not null,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, period_from, definition),
  foreign key (service_id, snapshot_id) references figure_snapshot (service_id, id) on delete cascade
);
create index board_copy_snapshot on board_copy (service_id, snapshot_id);
comment on table board_copy is 'The board''s copy of a quarter''s figures, made as a head of service signs them. One for a quarter and definition: two that differ by a child would give the child away.';
comment on column board_copy.words is 'What the head of service says of the figures to the board.';
comment on column board_copy.figures is '[{measure, value, numerator, denominator}] as printed: a mark stands for what is hidden.';
