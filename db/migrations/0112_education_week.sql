-- What a child was offered and came to, week by week, and why a timetable is not whole.
create table education_week (
  service_id uuid not null, id uuid not null, child_id uuid not null,
  week date not null,
  expected_hours numeric(4, 1), offered_hours numeric(4, 1), attended_hours numeric(4, 1),
  barrier text, next_action text, note text, source text not null, gives_way_to uuid,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  check (extract(isodow from week) = 1),
  check (offered_hours between 0 and 60), check (attended_hours between 0 and 60), check (attended_hours <= offered_hours)
);
create unique index education_week_one on education_week (service_id, child_id, week) where gives_way_to is null;
create index education_week_child on education_week (service_id, child_id, week desc);
comment on table education_week is 'One week of a child''s education: the hours offered and attended beside those expected, what is in the way, and what is done next.';
comment on column education_week.week is 'The Monday that the week begins with.';
comment on column education_week.expected_hours is 'The hours a week that the rule expected for the child in that week, as it stood when the week was recorded; null where none are expected, as when the school is closed.';
comment on column education_week.offered_hours is 'Null when nobody could say.';
comment on column education_week.gives_way_to is 'The row of the same week that counts instead: two records proved to be of one child, and each had the week.';

alter table education_episode
  add column part_time_reason text, add column part_time_until date,
  add check (part_time_until is null or part_time_reason is not null);
comment on column education_episode.part_time_reason is 'Why fewer hours than a full timetable are agreed for a time; null where the timetable is whole.';
comment on column education_episode.part_time_until is 'The day by which the part-time timetable ends.';
