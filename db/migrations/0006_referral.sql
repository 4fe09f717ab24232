create table referral_import (
  service_id uuid not null, id uuid not null,
  file_name text not null, file_hash text not null, content bytea, mapping jsonb not null default '{}',
  status text not null check (status in ('previewed', 'queued', 'running', 'done', 'failed')),
  total integer not null default 0, done integer not null default 0,
  report jsonb, error text, finished_at timestamptz,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id) references service (id) on delete restrict
);
create index referral_import_recent on referral_import (service_id, created_at desc);
create index referral_import_hash on referral_import (service_id, file_hash);
comment on table referral_import is 'A police list on its way in: preview, job and report. The file itself is emptied once the import is done.';

create table column_mapping (
  service_id uuid not null references service (id) on delete cascade, id uuid not null,
  header_key text not null, mapping jsonb not null,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id), unique (service_id, header_key)
);
comment on table column_mapping is 'Which column of a sender''s file means what, as a person once said; used again for the same header.';

create table referral (
  service_id uuid not null, id uuid not null, child_id uuid not null,
  source text not null, agency text not null, reference text,
  referred_on date not null, received_on date not null,
  officer text, proposed_outcome text,
  admission text not null default 'not-asked' check (admission in ('yes', 'no', 'no-comment', 'unknown', 'not-asked')),
  has_victim text not null default 'unknown' check (has_victim in ('yes', 'no', 'unknown')),
  victim_consents text not null default 'unknown' check (victim_consents in ('yes', 'no', 'unknown', 'not-applicable')),
  co_suspect_reference text, detail text,
  state text not null check (state in ('received', 'awaiting-allocation', 'allocated', 'decided', 'closed', 'signposted')),
  pathway text, urgency text check (urgency in ('routine', 'soon', 'same-day')),
  safeguarding text check (safeguarding in ('none', 'considered', 'referred')),
  area text check (area in ('ours', 'another', 'unknown')), exploitation text check (exploitation in ('none-seen', 'concern', 'referred')),
  triage_note text, triaged_on date, triaged_by uuid,
  allocated_on date, allocated_to uuid, case_direction text,
  closed_on date, closed_reason text,
  import_id uuid, import_row integer,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, import_id) references referral_import (service_id, id) on delete set null (import_id),
  foreign key (service_id, allocated_to) references staff (service_id, id) on delete restrict,
  check (received_on >= referred_on),
  check ((state in ('received', 'signposted')) or triaged_on is not null),
  check ((allocated_on is null) = (allocated_to is null))
);
create index referral_state on referral (service_id, state, received_on);
create index referral_child on referral (service_id, child_id);
create unique index referral_reference on referral (service_id, child_id, reference) where reference is not null;
comment on table referral is 'A request to work with a child: from a police list, custody, school, another service or by hand.';

create table offence (
  service_id uuid not null, id uuid not null, child_id uuid not null, referral_id uuid,
  code text, description text not null, offence_on date, offence_on_status text not null default 'known' check (offence_on_status in ('known', 'estimated', 'unknown')),
  is_knife boolean not null default false,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, referral_id) references referral (service_id, id) on delete set null (referral_id)
);
create index offence_child on offence (service_id, child_id);
create index offence_referral on offence (service_id, referral_id);
comment on table offence is 'What the child is alleged or found to have done. The words of the sender are kept beside the code.';

create table referral_hold (
  service_id uuid not null, id uuid not null, import_id uuid not null, import_row integer not null,
  fields jsonb not null, fingerprint text not null, reasons text[] not null, candidates jsonb not null default '[]',
  resolution text check (resolution in ('created', 'matched', 'discarded')), resolved_at timestamptz, resolved_by uuid, resolved_child_id uuid, resolution_note text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, import_id, import_row),
  foreign key (service_id, import_id) references referral_import (service_id, id) on delete cascade
);
create index referral_hold_open on referral_hold (service_id) where resolution is null;
create index referral_hold_fingerprint on referral_hold (service_id, fingerprint);
comment on table referral_hold is 'A row of a list that a person must decide: which child it is, or whether it is a referral at all.';
comment on column referral_hold.fingerprint is 'Tells the same row when it comes again in another list, so that nobody is asked twice.';

create table involvement (
  service_id uuid not null, id uuid not null, child_id uuid not null, referral_id uuid,
  type text not null, legal_basis text, started_on date not null, expected_end date, ended_on date, end_reason text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, referral_id) references referral (service_id, id) on delete set null (referral_id),
  check (ended_on is null or ended_on >= started_on),
  check ((ended_on is null) = (end_reason is null))
);
create index involvement_child on involvement (service_id, child_id, started_on desc);
create index involvement_live on involvement (service_id, child_id) where ended_on is null;
comment on table involvement is 'One piece of work with one child under one legal basis; a child may have several at once.';

create table information_request (
  service_id uuid not null, id uuid not null, child_id uuid not null, referral_id uuid,
  agency text not null, record_class text not null, question text not null,
  asked_on date not null, due_on date not null,
  status text not null default 'asked' check (status in ('asked', 'answered', 'nothing-held', 'declined', 'withdrawn')),
  answer_for_team text, answered_on date, answered_by uuid,
  chased_on date, chases integer not null default 0, gap_note text,
  use text check (use in ('used', 'not-relevant')), use_note text, used_on date, used_by uuid,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, referral_id) references referral (service_id, id) on delete set null (referral_id),
  check (status = 'withdrawn' or (status = 'asked') = (answered_on is null))
);
create index information_request_child on information_request (service_id, child_id);
create index information_request_open on information_request (service_id, agency) where status = 'asked';
comment on table information_request is 'A question to a partner agency about a child. The answer for the team is what every worker with the child may read.';
comment on column information_request.gap_note is 'What the assessor still does not know, and what they did about it.';
comment on column information_request.answered_by is 'The partner who answered; or the asker, when the partner told them by telephone or letter.';

create table partner_note (
  service_id uuid not null, id uuid not null, child_id uuid not null, request_id uuid,
  record_class text not null check (record_class in ('RC7', 'RC8', 'RC9', 'RC10')),
  handling_code text, detail text not null,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, request_id) references information_request (service_id, id) on delete set null (request_id)
);
create index partner_note_child on partner_note (service_id, child_id);
comment on table partner_note is 'A partner''s own record about the child in the partner''s own class: police intelligence, health, education, social care.';
