-- What was written on the wrong child's record, or should not have been written, and what was put right: the row as it was, who did it, when and why.
-- A row that is taken off leaves its own table, so that no duty, figure, chronology or list can count it by mistake.
create table correction (
  service_id uuid not null, id uuid not null, child_id uuid not null,
  record_class text not null,
  table_name text not null check (table_name in ('contact', 'partner_note', 'referral')), row_id uuid not null,
  kind text not null check (kind in ('corrected', 'moved-away', 'moved-here', 'withdrawn')),
  reason text not null check (btrim(reason) <> ''), kept jsonb not null, corrected_on date not null,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade
);
create index correction_child on correction (service_id, child_id, table_name, created_at desc);
comment on table correction is 'A row of a child''s record that was put right, taken off, or moved to the right child''s record: kept as it was, with the reason.';
comment on column correction.record_class is 'The class of the row that was put right, set by the database: who reads the one reads the other.';
comment on column correction.kind is 'Moved away stands on the wrong child''s record, moved here on the right one''s; neither names the other child.';
comment on column correction.kept is 'The row as it was before, written by the database itself; of one that was moved here, only who first wrote it and when.';
