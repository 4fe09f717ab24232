-- What was given to somebody outside, what is kept beyond its time, and what was erased: the three lines of a record's life
-- that neither the log of looks nor the history says.
create table disclosure (
  service_id uuid not null references service (id), id uuid not null, child_id uuid not null,
  what text not null, recipient text not null, agency text,
  basis text not null check (basis in ('legal-duty', 'safeguarding', 'agreed', 'own-request', 'other')),
  given_on date not null,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id), foreign key (service_id, child_id) references child (service_id, id) on delete restrict
);
create index disclosure_child on disclosure (service_id, child_id, given_on desc);
comment on table disclosure is 'What of a child''s record was given to somebody outside, to whom and why. Never changed.';
comment on column disclosure.what is 'What was given, in words: which paper, which facts.';
comment on column disclosure.recipient is 'Who received it, by name or post.';
comment on column disclosure.basis is 'What lets it be given: a duty in law or a court, a child''s safety, agreed by the child or a parent, the person''s own request.';

create table record_hold (
  service_id uuid not null references service (id), id uuid not null, child_id uuid not null,
  reason text not null, keep_until date not null,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id), foreign key (service_id, child_id) references child (service_id, id) on delete restrict
);
create index record_hold_child on record_hold (service_id, child_id, keep_until desc);
comment on table record_hold is 'A record that is kept beyond its time, why, and until when it is to be decided again.';

create table erasure (
  service_id uuid not null references service (id), id uuid not null,
  child_number text not null, work_ended_on date not null, reason text not null, rows_erased integer not null,
  erased_at timestamptz not null default now(), erased_by uuid not null,
  primary key (service_id, id), foreign key (service_id, erased_by) references staff (service_id, id) on delete restrict
);
comment on table erasure is 'A record that was erased: its number, when work had ended, why, by whom. Nothing of what stood in it.';
comment on column erasure.rows_erased is 'How many rows went, its history left out.';
