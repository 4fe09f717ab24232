-- To whom a report was given, and what a court thought of it.
alter table disclosure add report_id uuid, add report_number integer,
  add constraint disclosure_report_fkey foreign key (service_id, report_id) references court_report (service_id, id) on delete cascade,
  add constraint disclosure_report_check check ((report_id is null) = (report_number is null));
create index disclosure_report on disclosure (service_id, report_id) where report_id is not null;
comment on column disclosure.report_id is 'The court report that was given; null for what else is given.';
comment on column disclosure.report_number is 'Which of its versions, as court_report_version counts them.';

create table court_report_feedback (
  service_id uuid not null, id uuid not null, child_id uuid not null, report_id uuid not null,
  received_on date not null, said_by text not null check (said_by in ('bench', 'judge', 'legal-adviser', 'panel', 'other')),
  useful text not null check (useful in ('very', 'partly', 'not')), themes text[] not null check (cardinality(themes) > 0),
  words text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, report_id) references court_report (service_id, id) on delete cascade
);
create index court_report_feedback_child on court_report_feedback (service_id, child_id);
create index court_report_feedback_report on court_report_feedback (service_id, report_id);
comment on table court_report_feedback is 'What a court or a panel thought of a report, with its themes as data.';
comment on column court_report_feedback.themes is 'Codes of the list court_feedback_theme.';
