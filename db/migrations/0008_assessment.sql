create table assessment (
  service_id uuid not null, id uuid not null, child_id uuid not null, referral_id uuid,
  template_id text not null, template_version integer not null,
  kind text not null check (kind in ('initial', 'review', 'final')),
  status text not null check (status in ('draft', 'submitted', 'returned', 'signed', 'abandoned')),
  content jsonb not null default '{}',
  started_on date not null, started_by uuid not null,
  likelihood_level text check (likelihood_level in ('low', 'medium', 'high', 'very-high')),
  safety_level text check (safety_level in ('low', 'medium', 'high', 'very-high')),
  harm_level text check (harm_level in ('low', 'medium', 'high', 'very-high')),
  submitted_on date, submitted_by uuid,
  needs_countersign boolean not null default false, countersign_reasons text[] not null default '{}',
  signed_on date, countersigned_by uuid, countersign_comment text, returned_comment text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, referral_id) references referral (service_id, id) on delete set null (referral_id),
  foreign key (template_id, template_version) references assessment_template (id, version),
  check ((status = 'signed') = (signed_on is not null)),
  check (status <> 'signed' or (likelihood_level is not null and safety_level is not null and harm_level is not null)),
  check (countersigned_by is null or countersigned_by is distinct from submitted_by),
  check (status <> 'signed' or not needs_countersign or countersigned_by is not null)
);
create index assessment_child on assessment (service_id, child_id, started_on desc);
create index assessment_waiting on assessment (service_id) where status = 'submitted';
comment on table assessment is 'An assessment under one version of a template. The three levels are copied to columns when it is signed, so that every tier can be counted.';
comment on column assessment.content is '{answers: {question: {state: answered, value: text or list, comment?} or {state: unknown|declined|not-asked|not-applicable, reason, comment?}}, indicators: {sign: present|absent|unknown}, judgements: {likelihood|safety|harm: {level, suggested, reason, overrideReason, sources: [{from, name, use: used|not-relevant|no-reply}]}}, safetyRows: [{id, risk, control, who, agency, reviewOn}], contingencyRows: [{id, about: safety|harm|exploitation, trigger, action, who, within, tell}]}; read by src/domain/assessments/content.ts.';
comment on column assessment.likelihood_level is 'Likelihood of further offending.';
comment on column assessment.safety_level is 'The child''s safety and wellbeing.';
comment on column assessment.harm_level is 'Risk to other people.';

create table assessment_version (
  service_id uuid not null, assessment_id uuid not null, version integer not null, child_id uuid not null,
  content jsonb not null, event text not null check (event in ('start', 'save', 'submit', 'return', 'sign', 'restore', 'abandon')), comment text,
  saved_at timestamptz not null default now(), saved_by uuid not null,
  primary key (service_id, assessment_id, version),
  foreign key (service_id, assessment_id) references assessment (service_id, id) on delete cascade,
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade
);
create index assessment_version_child on assessment_version (service_id, child_id);
comment on table assessment_version is 'The whole of an assessment as it stood after each save: compared word by word, and the base when two people edit at once.';

create table oversight_entry (
  service_id uuid not null, id uuid not null, child_id uuid not null, staff_id uuid,
  kind text not null check (kind in ('case-direction', 'supervision', 'countersignature', 'exception-review', 'review-check', 'break-glass-review', 'note')),
  about_table text, about_id uuid, text text not null, entered_on date not null,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade
);
create index oversight_entry_child on oversight_entry (service_id, child_id, entered_on desc);
comment on table oversight_entry is 'A manager''s own entry on a child''s record: direction given, supervision, what was checked.';
comment on column oversight_entry.staff_id is 'The member of staff the entry is for.';

create table gate_exception (
  service_id uuid not null, id uuid not null, child_id uuid not null,
  gate text not null, requirement text not null, about_table text not null, about_id uuid not null,
  reason text not null check (length(trim(reason)) >= 10), recorded_on date not null,
  reviewed_on date, reviewed_by uuid, review_note text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid not null,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  check (reviewed_by is distinct from created_by or reviewed_by is null)
);
create index gate_exception_child on gate_exception (service_id, child_id);
create index gate_exception_about on gate_exception (service_id, about_id);
create index gate_exception_open on gate_exception (service_id, recorded_on) where reviewed_on is null;
comment on table gate_exception is 'A step that practice requires, passed with a recorded reason. Counted and shown to managers.';
