-- When a child is before a court, for what, who of the service goes, and what happened there.
create table hearing (
  service_id uuid not null, id uuid not null, child_id uuid not null, adjourned_from uuid,
  court text not null check (court <> ''), listed_on date not null, listed_at text check (listed_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  kind text not null, purpose text, charge_ids uuid[] not null default '{}', order_ids uuid[] not null default '{}',
  covered_by uuid, covered_on date,
  state text not null default 'expected' check (state in ('expected', 'held', 'adjourned', 'vacated')), recorded_on date,
  without_day boolean not null default false,
  child_attended text check (child_attended in ('in-person', 'by-link', 'no', 'not-known')),
  parent_attended text check (parent_attended in ('in-person', 'by-link', 'no', 'not-known')),
  social_care_attended text check (social_care_attended in ('in-person', 'by-link', 'no', 'not-involved', 'not-known')),
  remand text, remand_conditions text, note text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, adjourned_from) references hearing (service_id, id) on delete set null (adjourned_from),
  foreign key (service_id, covered_by) references staff (service_id, id) on delete restrict,
  check ((covered_by is null) = (covered_on is null)),
  check ((state = 'expected') = (recorded_on is null)),
  check (state = 'adjourned' or not without_day),
  check (state <> 'vacated' or note is not null)
);
create index hearing_child on hearing (service_id, child_id, listed_on);
create index hearing_day on hearing (service_id, listed_on);
create index hearing_cover on hearing (service_id, covered_by) where covered_by is not null;
create index hearing_adjourned_from on hearing (service_id, adjourned_from) where adjourned_from is not null;
comment on table hearing is 'A day on which a child is before a court: where and when, about which charges and orders, who of the service covers it, and what happened.';
comment on column hearing.adjourned_from is 'The hearing that was put off to this one.';
comment on column hearing.listed_at is 'By the clock of the court, as 10:00; null while no time is known.';
comment on column hearing.kind is 'A code of the list hearing_kind.';
comment on column hearing.covered_by is 'Who of the service is there. Until two weeks after the day they work with the child for it.';
comment on column hearing.state is 'expected: no word of it yet. adjourned: it goes on another day, which is a hearing of its own. vacated: taken out of the list before its day.';
comment on column hearing.recorded_on is 'The day on which it was first recorded what happened.';
comment on column hearing.without_day is 'Adjourned, and the court has given no day yet: finding it out is what follows.';
comment on column hearing.remand is 'A code of the list remand_type, or none: no bail and no remand.';

-- What is put right of a hearing keeps what it said first.
alter table correction drop constraint correction_table_name_check,
  add constraint correction_table_name_check check (table_name in ('contact', 'partner_note', 'referral', 'hearing', 'hearing_result'));
