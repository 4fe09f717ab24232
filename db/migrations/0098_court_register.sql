-- A court's register of a day, as it was sent, and what became of each child's entry in it.
create table court_register (
  service_id uuid not null, id uuid not null,
  file_name text not null, file_hash text not null, not_read text[] not null default '{}',
  put_aside_at timestamptz,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id) references service (id) on delete restrict
);
create unique index court_register_hash on court_register (service_id, file_hash) where put_aside_at is null;
create index court_register_recent on court_register (service_id, created_at desc);
comment on table court_register is 'A register that a court sent, as an uploaded document. The file is not kept: what it said of each child stands with the entry.';
comment on column court_register.file_hash is 'Tells the very same file when it is uploaded again.';
comment on column court_register.not_read is 'What of the file is not read, each in a sentence.';
comment on column court_register.put_aside_at is 'When it was put aside before anything of it came in; its entries are erased then.';

create table register_entry (
  service_id uuid not null, id uuid not null, register_id uuid not null,
  lines jsonb not null, said jsonb not null, noticed jsonb not null default '[]', reasons text[] not null default '{}', fingerprint text not null,
  state text not null check (state in ('ready', 'held', 'repeat', 'in', 'not-ours')),
  child_id uuid, hearing_id uuid,
  note text, decided_by uuid, decided_at timestamptz,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, register_id) references court_register (service_id, id) on delete cascade,
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, hearing_id) references hearing (service_id, id) on delete set null (hearing_id),
  check ((decided_by is null) = (decided_at is null)),
  check (state <> 'in' or child_id is not null),
  check (state <> 'not-ours' or note is not null)
);
create index register_entry_register on register_entry (service_id, register_id);
create index register_entry_held on register_entry (service_id) where state = 'held';
create index register_entry_fingerprint on register_entry (service_id, fingerprint);
create index register_entry_child on register_entry (service_id, child_id) where child_id is not null;
create index register_entry_hearing on register_entry (service_id, hearing_id) where hearing_id is not null;
comment on table register_entry is 'What a register says of one child at one hearing, and what became of it. Erased three months after it came, unless it waits for a person.';
comment on column register_entry.lines is 'The lines of the file on which it stands, from 1.';
comment on column register_entry.said is 'Child, hearing and results as they were read.';
comment on column register_entry.noticed is 'What was noticed while it was read, in sentences, and which of them a person must decide.';
comment on column register_entry.reasons is 'Why it stands as it does, and what to do, as a person reads it.';
comment on column register_entry.fingerprint is 'Tells the same words when they come again in another register.';
comment on column register_entry.state is 'ready: comes in when the register is brought in. held: waits for a person. repeat: the record says it already, or it waits or was decided elsewhere. in: hearing and results are on record. not-ours: a person said so.';
comment on column register_entry.child_id is 'The child whose record it came into; before that the child who is meant for sure.';
comment on column register_entry.hearing_id is 'The hearing that it made or recorded.';
comment on column register_entry.note is 'Why a person decided so.';
