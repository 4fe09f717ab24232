-- Papers that came from elsewhere, as they came: what they are, from whom, and who may see them.
create table child_file (
  service_id uuid not null references service (id), id uuid not null, child_id uuid not null,
  record_class text not null, name text not null,
  kind text not null check (kind in ('court', 'police', 'school', 'health', 'social-care', 'letter', 'identity', 'other')),
  source text not null, dated_on date,
  type text not null check (type in ('pdf', 'jpeg', 'png', 'docx')), bytes integer not null check (bytes between 1 and 5242880),
  withdrawn_on date, withdrawn_reason text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id), foreign key (service_id, child_id) references child (service_id, id) on delete restrict,
  check ((withdrawn_on is null) = (withdrawn_reason is null))
);
create index child_file_child on child_file (service_id, child_id, created_at desc);
comment on table child_file is 'A file on a child''s record: what it is and who may see it. Its content stands apart.';
comment on column child_file.record_class is 'Who may see it: those who read this class of information.';
comment on column child_file.type is 'What the content is, found in the content itself and not in the file''s name.';
comment on column child_file.withdrawn_reason is 'Why it was taken off the record, such as that it is another child''s. Its content is then read by nobody.';

create table child_file_content (
  service_id uuid not null, file_id uuid not null, child_id uuid not null, record_class text not null, content bytea not null,
  primary key (service_id, file_id),
  foreign key (service_id, file_id) references child_file (service_id, id) on delete cascade,
  foreign key (service_id, child_id) references child (service_id, id) on delete restrict
);
create index child_file_content_child on child_file_content (service_id, child_id);
comment on table child_file_content is 'The bytes of a file on a child''s record. They are never changed, and so have no history of their own.';
comment on column child_file_content.record_class is 'As its file''s.';
