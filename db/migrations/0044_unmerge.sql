-- A merge can be taken back: which rows came from the record that went, and what the merge itself changed in them, in one place.
create table child_merge (
  service_id uuid not null references service (id), id uuid not null, child_id uuid not null,
  other_id uuid not null, into_id uuid not null, reason text not null, knows_all boolean not null default true,
  taken_back_at timestamptz, taken_back_by uuid, taken_back_reason text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, other_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, into_id) references child (service_id, id) on delete cascade,
  check ((taken_back_at is null) = (taken_back_reason is null)),
  check (other_id <> into_id)
);
create unique index child_merge_live on child_merge (service_id, other_id) where taken_back_at is null;
create index child_merge_child on child_merge (service_id, child_id, created_at desc);
create index child_merge_other on child_merge (service_id, other_id, created_at desc);
create index child_merge_into on child_merge (service_id, into_id);
comment on table child_merge is 'Two records that became one: when, by whom and why; and, when that was a mistake, who took it back and why.';
comment on column child_merge.child_id is 'The record on which the rows stand now: the one that was kept, or the one that it was merged into since.';
comment on column child_merge.other_id is 'The record that went; it leads to the one that was kept while the merge stands.';
comment on column child_merge.into_id is 'The record that was kept, whatever became of it since.';
comment on column child_merge.knows_all is 'False for a merge older than this table: which rows moved is known from the history, and what gave way to the kept record’s rows is not.';

create table merged_row (
  service_id uuid not null, merge_id uuid not null, table_name text not null, row_key text not null,
  kind text not null check (kind in ('moved', 'made', 'gone')), was jsonb,
  primary key (service_id, merge_id, table_name, row_key),
  foreign key (service_id, merge_id) references child_merge (service_id, id) on delete cascade
);
comment on table merged_row is 'What a merge did to each row, so that it can be taken back. Written and read by the database alone, and gone once the merge is taken back.';
comment on column merged_row.row_key is 'The row’s id; of what was typed and not saved, whose it is and the new address of the form.';
comment on column merged_row.kind is 'moved: the row came from the record that went, or pointed to it. made: the merge wrote it. gone: the merge deleted it.';
comment on column merged_row.was is 'Of a row that moved, each column that the merge changed: before and after. Of one that is gone, the row.';
