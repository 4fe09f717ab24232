-- Reading cases for quality: a manager's monthly audit and an inspector's sample are the same exercise.
create table audit (
  service_id uuid not null references service (id) on delete restrict, id uuid not null,
  title text not null,
  kind text not null check (kind in ('monthly', 'themed', 'inspection', 'mock-inspection')),
  theme text, framework_id text not null, standards text[] not null,
  month date not null check (extract(day from month) = 1), due_on date not null,
  lead_id uuid not null,
  status text not null default 'planned' check (status in ('planned', 'reading', 'finished', 'cancelled')),
  sample_plan jsonb, sample_frame jsonb, drawn_on date,
  summary text, finished_on date, cancelled_reason text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, lead_id) references staff (service_id, id) on delete restrict,
  check (cardinality(standards) > 0),
  check ((drawn_on is null) = (sample_plan is null) and (drawn_on is null) = (sample_frame is null)),
  check (status not in ('reading', 'finished') or drawn_on is not null),
  check ((status = 'finished') = (finished_on is not null)),
  check (status <> 'cancelled' or cancelled_reason is not null)
);
create index audit_month on audit (service_id, month, status);
comment on table audit is 'A planned or running reading of cases: what it looks at, whose sample it draws, who leads it. The year''s programme is its planned rows.';
comment on column audit.framework_id is 'The inspection framework whose standards and questions are asked, by its id in db/reference/inspection-frameworks.';
comment on column audit.month is 'The first day of the month it stands for in the programme.';
comment on column audit.sample_plan is '{opens, closes, types[], strata[], size: {kind: number, number} or {kind: confidence, confidence, margin, from?, to?}, secondPercent, notSinceMonths, leastDays, seed, readers[]}: enough to draw the same sample again from the same cases.';
comment on column audit.sample_frame is '{population, size, sizeWords, left: [{reason, cases}], strata: [{sex, disposal, risk, frame, sample}]}: what it was drawn from, counts only.';

create table audit_case (
  service_id uuid not null, id uuid not null, audit_id uuid not null, child_id uuid not null, involvement_id uuid not null,
  position integer not null check (position > 0),
  tier text not null, disposal text not null, sex text not null, risk text not null, worker_id uuid, team_id uuid,
  withdrawn_on date, withdrawn_reason text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, audit_id, child_id),
  unique (service_id, audit_id, position),
  foreign key (service_id, audit_id) references audit (service_id, id) on delete restrict,
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, involvement_id) references involvement (service_id, id) on delete cascade,
  foreign key (service_id, worker_id) references staff (service_id, id) on delete restrict,
  foreign key (service_id, team_id) references team (service_id, id) on delete restrict,
  check ((withdrawn_on is null) = (withdrawn_reason is null))
);
create index audit_case_child on audit_case (service_id, child_id);
create index audit_case_worker on audit_case (service_id, worker_id);
comment on table audit_case is 'A child''s piece of work in an audit''s sample, with the stratum, worker and team it had on the day it was drawn.';
comment on column audit_case.risk is 'Risk to other people in the latest signed assessment on the day of drawing, or not-assessed.';

create table audit_reading (
  service_id uuid not null, id uuid not null, audit_id uuid not null, case_id uuid not null, child_id uuid not null,
  reader_id uuid not null, reading text not null check (reading in ('first', 'second')),
  strengths text, learning text, done_on date,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, case_id, reading),
  unique (service_id, case_id, reader_id),
  foreign key (service_id, audit_id) references audit (service_id, id) on delete restrict,
  foreign key (service_id, case_id) references audit_case (service_id, id) on delete cascade,
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, reader_id) references staff (service_id, id) on delete restrict,
  check (done_on is null or (strengths is not null and learning is not null))
);
create index audit_reading_reader on audit_reading (service_id, reader_id) where done_on is null;
create index audit_reading_child on audit_reading (service_id, child_id);
comment on table audit_reading is 'Who reads a case, first or second. The second reads blind: neither sees the other''s answers before their own are finished.';

create table audit_judgement (
  service_id uuid not null, id uuid not null, case_id uuid not null, reading_id uuid not null, child_id uuid not null, reader_id uuid not null,
  key_question text not null, answer text not null check (answer in ('yes', 'no', 'not-relevant')),
  reason text not null, prompts jsonb not null default '{}', evidence jsonb not null default '[]',
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, reading_id, key_question),
  foreign key (service_id, case_id) references audit_case (service_id, id) on delete cascade,
  foreign key (service_id, reading_id) references audit_reading (service_id, id) on delete cascade,
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, reader_id) references staff (service_id, id) on delete restrict
);
create index audit_judgement_case on audit_judgement (service_id, case_id, key_question);
create index audit_judgement_child on audit_judgement (service_id, child_id);
comment on table audit_judgement is 'One reader''s judgement of one key question in one case, with the prompts that informed it and where in the record it is seen.';
comment on column audit_judgement.key_question is 'A key question of the audit''s framework, or management-oversight, which every case is asked.';
comment on column audit_judgement.answer is 'Only management-oversight may be not-relevant: a key question is yes or no in every case.';
comment on column audit_judgement.prompts is '{prompt id: {answer: yes|no|not-applicable, note}}';
comment on column audit_judgement.evidence is '[{kind, id, title, day}]: kind is a kind of record item in src/domain/audits/record-items.data.ts.';

create table audit_moderation (
  service_id uuid not null, id uuid not null, audit_id uuid not null, case_id uuid not null, child_id uuid not null,
  key_question text not null, answer text not null check (answer in ('yes', 'no', 'not-relevant')), reason text not null, moderated_on date not null,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, case_id, key_question),
  foreign key (service_id, audit_id) references audit (service_id, id) on delete restrict,
  foreign key (service_id, case_id) references audit_case (service_id, id) on delete cascade,
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade
);
create index audit_moderation_child on audit_moderation (service_id, child_id);
comment on table audit_moderation is 'The judgement agreed where two readers differ, with the reason, by somebody who read neither time.';

create table audit_feedback (
  service_id uuid not null, id uuid not null, audit_id uuid not null, case_id uuid not null, child_id uuid not null, worker_id uuid not null,
  audit_title text not null, framework_id text not null, strengths text not null, learning text not null, judgements jsonb not null, shared_on date not null,
  discussed_on date, discussed_by uuid, entry_id uuid,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, case_id),
  foreign key (service_id, audit_id) references audit (service_id, id) on delete restrict,
  foreign key (service_id, case_id) references audit_case (service_id, id) on delete cascade,
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, worker_id) references staff (service_id, id) on delete restrict,
  foreign key (service_id, entry_id) references oversight_entry (service_id, id) on delete restrict,
  check ((discussed_on is null) = (discussed_by is null) and (discussed_on is null) = (entry_id is null))
);
create index audit_feedback_worker on audit_feedback (service_id, worker_id, shared_on desc);
create index audit_feedback_child on audit_feedback (service_id, child_id);
comment on table audit_feedback is 'What a finished case says to the worker it is about: it waits for their next supervision, and the entry written there closes it.';
comment on column audit_feedback.judgements is '[{keyQuestion, answer, reason}] as agreed.';

alter table oversight_entry add column self_view text check (self_view in ('effective', 'not-effective'));
comment on column oversight_entry.self_view is 'The manager''s own view of oversight in this case so far; audits are laid beside it. Null where they gave none.';
