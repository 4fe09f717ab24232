-- Reports for a court or a panel: asked for, written section by section, sent to a manager who did not write them, approved or sent back.
create table court_report (
  service_id uuid not null, id uuid not null, child_id uuid not null,
  kind text not null, asked_on date not null, hearing_id uuid, order_id uuid, author_id uuid,
  status text not null default 'writing' check (status in ('writing', 'sent', 'returned', 'approved', 'not-needed')),
  sent_on date, sent_by uuid,
  checks text[] not null default '{}', manager_note text, returned_on date,
  approved_on date, approved_by uuid,
  opened_again_on date, opened_again_why text,
  not_needed_on date, not_needed_why text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, hearing_id) references hearing (service_id, id) on delete set null (hearing_id),
  foreign key (service_id, order_id) references court_order (service_id, id) on delete set null (order_id),
  foreign key (service_id, author_id) references staff (service_id, id) on delete restrict,
  foreign key (service_id, sent_by) references staff (service_id, id) on delete restrict,
  foreign key (service_id, approved_by) references staff (service_id, id) on delete restrict,
  check (status not in ('sent', 'returned', 'approved') or (sent_on is not null and sent_by is not null)),
  check ((status = 'approved') = (approved_on is not null)),
  check ((approved_on is null) = (approved_by is null)),
  check (approved_by is null or (approved_by is distinct from author_id and approved_by <> sent_by)),
  check (status <> 'returned' or (returned_on is not null and manager_note is not null)),
  check ((opened_again_on is null) = (opened_again_why is null)),
  check ((status = 'not-needed') = (not_needed_on is not null)),
  check ((not_needed_on is null) = (not_needed_why is null))
);
create index court_report_child on court_report (service_id, child_id, asked_on);
create index court_report_hearing on court_report (service_id, hearing_id) where hearing_id is not null;
create index court_report_order on court_report (service_id, order_id) where order_id is not null;
create index court_report_author on court_report (service_id, author_id) where author_id is not null;
comment on table court_report is 'A report for a court or a panel: what was asked for, who writes it, and how far it has come.';
comment on column court_report.kind is 'A code of the list court_report_kind.';
comment on column court_report.hearing_id is 'The hearing for which it is written; null while the court has given no day.';
comment on column court_report.order_id is 'The order that it is about, where its kind is about one.';
comment on column court_report.author_id is 'Who writes it; null until somebody is named or begins, and then the child''s worker owes it.';
comment on column court_report.checks is 'What the manager who approved it or sent it back found in it: codes of the list court_report_check.';
comment on column court_report.opened_again_on is 'When an approved report was last opened to be looked at again, because something had changed or it was too old.';

create table court_report_section (
  service_id uuid not null, id uuid not null, child_id uuid not null, report_id uuid not null,
  section text not null, words text not null check (words <> ''), chosen text[] not null default '{}',
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, report_id, section),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, report_id) references court_report (service_id, id) on delete cascade
);
create index court_report_section_child on court_report_section (service_id, child_id);
comment on table court_report_section is 'What is written under one heading of a report, while it is being written.';
comment on column court_report_section.section is 'A code of the list court_report_section.';
comment on column court_report_section.chosen is 'What was chosen beside the words: what is proposed, the alternatives, or how the case stands to the custody threshold.';

create table court_report_version (
  service_id uuid not null, id uuid not null, child_id uuid not null, report_id uuid not null,
  number integer not null check (number > 0), sent_on date not null, content jsonb not null,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, report_id, number),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, report_id) references court_report (service_id, id) on delete cascade
);
create index court_report_version_child on court_report_version (service_id, child_id);
comment on table court_report_version is 'A report as it was sent to a manager: its words, and the facts of the record that it stood on. Never changed.';
comment on column court_report_version.content is '{sections: [{code, label, words, chosen}], facts: [{key, of, label, words, on, mark}]}. Of a person harmed no words are kept, only their mark: they are read from what is agreed today.';
