-- An inspection as the service keeps it: its own trial of one, its self-assessment, or the inspectorate's.
create table inspection (
  service_id uuid not null references service (id) on delete restrict, id uuid not null,
  title text not null check (title <> ''),
  kind text not null check (kind in ('mock', 'self-assessment', 'inspectorate')),
  framework_id text not null, inspection_type text not null, lead_id uuid not null,
  fieldwork_from date not null, fieldwork_to date not null, cases_from date not null, cases_to date not null,
  state text not null default 'preparing' check (state in ('preparing', 'fieldwork', 'ratings-panel', 'draft', 'factual-accuracy', 'published')),
  published_on date, case_figures jsonb,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, lead_id) references staff (service_id, id) on delete restrict,
  check (fieldwork_from <= fieldwork_to and cases_from <= cases_to),
  check ((state = 'published') = (published_on is not null) and (published_on is null) = (case_figures is null))
);
create index inspection_state on inspection (service_id, state, fieldwork_from);
comment on table inspection is 'An inspection of the service: a mock one, a self-assessment or the inspectorate''s. Once published nothing in it changes but what becomes of its recommendations.';
comment on column inspection.framework_id is 'Its framework, by its id in db/reference/inspection-frameworks; inspection_type is one of the types in that file.';
comment on column inspection.cases_from is 'First day on which work may have begun in the cases that are read.';
comment on column inspection.case_figures is '{counts: {key question: {yes, of, notYet}}, relevant: [{standard, what, yes, of}], children: [{what, counts: [{what, count}]}]} as they stood on the day of publication; null until then, while they are counted from its audits.';

create table inspection_audit (
  service_id uuid not null, id uuid not null, inspection_id uuid not null, audit_id uuid not null,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, audit_id),
  foreign key (service_id, inspection_id) references inspection (service_id, id) on delete restrict,
  foreign key (service_id, audit_id) references audit (service_id, id) on delete restrict
);
create index inspection_audit_inspection on inspection_audit (service_id, inspection_id);
comment on table inspection_audit is 'The reading of cases that an inspection''s percentages come from; one audit belongs to one inspection.';

create table inspection_evidence (
  service_id uuid not null, id uuid not null, inspection_id uuid not null,
  standard text not null, key_question text,
  bears text not null check (bears in ('strength', 'gap')), finding text not null check (finding <> ''),
  source text not null check (source in ('document', 'meeting', 'interview', 'staff-survey', 'data')), source_detail text not null, seen_on date not null,
  withdrawn_reason text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, inspection_id) references inspection (service_id, id) on delete restrict
);
create index inspection_evidence_standard on inspection_evidence (service_id, inspection_id, standard);
comment on table inspection_evidence is 'A strength or a gap seen against a standard, and where it was seen. It is withdrawn with a reason, never removed.';
comment on column inspection_evidence.source_detail is 'Which document, meeting or interview; a role and never the name of who said it.';

create table inspection_rating (
  service_id uuid not null, id uuid not null, inspection_id uuid not null, standard text not null,
  rating text, reason text not null check (reason <> ''), decision_id uuid,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, inspection_id, standard),
  foreign key (service_id, inspection_id) references inspection (service_id, id) on delete restrict,
  foreign key (service_id, decision_id) references decision (service_id, id) on delete restrict
);
comment on table inspection_rating is 'A standard''s rating where it is judged, or where a panel moves what follows from the cases by its discretion.';
comment on column inspection_rating.rating is 'By its name in the framework. Null on a standard rated from cases: the rating that follows stands.';
comment on column inspection_rating.decision_id is 'The ratings panel''s decision; null while it is the proposal of whoever gathers the evidence.';

create table inspection_panel (
  service_id uuid not null, id uuid not null, inspection_id uuid not null,
  held_on date not null, attended text not null check (attended <> ''), notes text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, inspection_id) references inspection (service_id, id) on delete restrict
);
create index inspection_panel_inspection on inspection_panel (service_id, inspection_id, held_on);
comment on table inspection_panel is 'A meeting of the ratings panel: when, and who attended, one a line. What it decides are rows of decision.';

create table inspection_point (
  service_id uuid not null, id uuid not null, inspection_id uuid not null, number integer not null check (number > 0),
  place text not null, point text not null check (point <> ''), raised_by text not null, raised_on date not null, evidence text not null,
  answer text check (answer in ('accepted', 'rejected')), answer_reason text, answered_on date,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, inspection_id, number),
  foreign key (service_id, inspection_id) references inspection (service_id, id) on delete restrict,
  check ((answer is null) = (answered_on is null)),
  check (answer is null or answer_reason is not null)
);
comment on table inspection_point is 'The log of factual accuracy: what a reader of the draft says is wrong, where, on what evidence, and how it was answered.';

create table inspection_recommendation (
  service_id uuid not null, id uuid not null, inspection_id uuid not null, number integer not null check (number > 0),
  recommendation text not null check (recommendation <> ''), addressees text[] not null check (cardinality(addressees) > 0),
  measure text, met_on date, met_evidence text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, inspection_id, number),
  foreign key (service_id, inspection_id) references inspection (service_id, id) on delete restrict,
  check (met_on is null or met_evidence is not null)
);
comment on table inspection_recommendation is 'What an inspection recommends and to whom, numbered in one series. Its actions are rows of action.';
comment on column inspection_recommendation.measure is 'How anybody will see that it was met.';

create table inspection_text (
  service_id uuid not null, id uuid not null, inspection_id uuid not null,
  part text not null check (part in ('foreword', 'background', 'diversity', 'voice')), words text not null,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, inspection_id, part),
  foreign key (service_id, inspection_id) references inspection (service_id, id) on delete restrict
);
comment on table inspection_text is 'The parts of an inspection''s report that people write; each is saved by itself, so that several may write at once.';

create index action_about on action (service_id, about_id);
