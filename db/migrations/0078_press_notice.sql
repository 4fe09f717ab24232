-- What is told to the press of an inspection: one notice beside its report, and the words that it quotes.
create table press_notice (
  service_id uuid not null, id uuid not null, inspection_id uuid not null,
  headline text not null check (headline <> ''), words text not null check (words <> ''), contact text not null check (contact <> ''),
  embargo_until timestamptz, issued_at timestamptz, issued_document jsonb,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, inspection_id),
  foreign key (service_id, inspection_id) references inspection (service_id, id) on delete restrict,
  check ((issued_at is null) = (issued_document is null))
);
comment on table press_notice is 'What is told to the press of an inspection. Once it is issued and its embargo is over, it stays as it went out.';
comment on column press_notice.words is 'As typed, with references to the inspection''s figures such as {score}.';
comment on column press_notice.contact is 'Whom a journalist asks: a post and how to reach it.';
comment on column press_notice.embargo_until is 'Until then only those who may see the report read the notice; null where it is out as soon as it is issued.';
comment on column press_notice.issued_document is 'The notice with every figure and quotation in it, as it stood when it was issued: {title, opening, sections}.';

create table press_quotation (
  service_id uuid not null, id uuid not null, inspection_id uuid not null, number integer not null check (number > 0),
  words text not null check (words <> ''), said_by text not null check (said_by <> ''),
  evidence_id uuid, text_part text check (text_part in ('foreword', 'background', 'diversity', 'voice')),
  consent text not null default 'waits' check (consent in ('waits', 'given', 'refused')),
  consented_on date, consent_detail text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, inspection_id, number),
  foreign key (service_id, inspection_id) references inspection (service_id, id) on delete restrict,
  foreign key (service_id, evidence_id) references inspection_evidence (service_id, id) on delete restrict,
  check (num_nonnulls(evidence_id, text_part) = 1),
  check (consent <> 'given' or num_nulls(consented_on, consent_detail) = 0)
);
create index press_quotation_evidence on press_quotation (service_id, evidence_id);
comment on table press_quotation is 'Words that a press notice quotes, chosen from a finding or a text of the report. Only those to whose quoting somebody agreed are in the notice.';
comment on column press_quotation.said_by is 'A role, as “a parent”, and never a name.';
comment on column press_quotation.consent is 'Whether whoever said it agreed to be quoted; a consent that is taken back is refused.';
comment on column press_quotation.consent_detail is 'Who asked them, and how they agreed.';
