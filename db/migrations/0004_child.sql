create table child (
  service_id uuid not null references service (id) on delete restrict,
  id uuid not null,
  number text not null,
  forename text not null,
  surname text not null,
  known_as text,
  date_of_birth date,
  date_of_birth_status text not null default 'known' check (date_of_birth_status in ('known', 'estimated', 'unknown')),
  sex text not null default 'not-asked',
  name_search text not null,
  name_sounds text[] not null default '{}',
  merged_into uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (service_id, id),
  unique (service_id, number),
  check ((date_of_birth is null) = (date_of_birth_status = 'unknown'))
);
create index child_name_trigram on child using gin (name_search gin_trgm_ops);
create index child_name_sounds on child using gin (name_sounds);
create index child_birth on child (service_id, date_of_birth);
create index child_merged_into on child (service_id, merged_into) where merged_into is not null;
create index child_surname on child (service_id, surname, forename);
create index child_number_search on child (service_id, upper(regexp_replace(number, '[^A-Za-z0-9]', '', 'g')) text_pattern_ops);
comment on table child is 'One row a child, in every tier of work.';
comment on column child.number is 'The service''s own number for the child, shown on paper and used on the telephone.';
comment on column child.name_search is 'Names, known-as and earlier names without accents, case or marks; kept by the app from src/domain/people.';
comment on column child.name_sounds is 'Keys of how each name sounds, and nicknames'' full forms.';
comment on column child.merged_into is 'Set when this record proved to be of the same child as another; the other is then the record.';

create table child_name (
  service_id uuid not null, id uuid not null, child_id uuid not null,
  forename text not null, surname text not null,
  kind text not null check (kind in ('earlier', 'alias', 'spelling', 'nickname')),
  valid_from date, valid_to date, source text not null,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  check (valid_to is null or valid_from is null or valid_to >= valid_from)
);
create index child_name_child on child_name (service_id, child_id);
comment on table child_name is 'Other names the child has or had.';

create table child_identifier (
  service_id uuid not null, id uuid not null, child_id uuid not null,
  kind text not null, value text not null, value_search text not null, source text not null,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, child_id, kind, value),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade
);
create index child_identifier_search on child_identifier (service_id, value_search text_pattern_ops);
comment on table child_identifier is 'Numbers other agencies know the child by.';

create table child_address (
  service_id uuid not null, id uuid not null, child_id uuid not null,
  lines text not null, postcode text, postcode_search text,
  accommodation_type text not null,
  suitable text not null default 'not-asked' check (suitable in ('yes', 'no', 'unknown', 'not-asked')),
  non_disclosure boolean not null default false,
  valid_from date not null, valid_to date,
  source text not null, verified_on date, verified_by uuid,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  check (valid_to is null or valid_to >= valid_from),
  exclude using gist (service_id with =, child_id with =, daterange(valid_from, valid_to, '[)') with &&)
);
create index child_address_postcode on child_address (service_id, postcode_search text_pattern_ops);
create index child_address_child on child_address (service_id, child_id, valid_from desc);
comment on table child_address is 'Where the child lived, from when to when. One main address at a time.';
comment on column child_address.non_disclosure is 'True hides the address from everyone but the child''s own workers and managers.';

create table child_contact_point (
  service_id uuid not null, id uuid not null, child_id uuid not null,
  kind text not null check (kind in ('mobile', 'telephone', 'email')),
  value text not null, value_search text not null, whose text not null,
  safe_to_use text not null default 'not-asked' check (safe_to_use in ('yes', 'no', 'unknown', 'not-asked')),
  note text, valid_from date not null, valid_to date,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade
);
create index child_contact_point_search on child_contact_point (service_id, value_search text_pattern_ops);
create index child_contact_point_child on child_contact_point (service_id, child_id);
comment on table child_contact_point is 'Telephone numbers and e-mail of the child or a named carer, and whether it is safe to use them.';

create table characteristic (
  service_id uuid not null, id uuid not null, child_id uuid not null,
  kind text not null,
  record_class text not null,
  code text, detail text,
  not_known text check (not_known in ('unknown', 'declined', 'not-asked', 'not-applicable')),
  source text not null, recorded_on date not null,
  verified_on date, verified_by uuid,
  ended_on date,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  check ((code is null) <> (not_known is null)),
  check (ended_on is null or ended_on >= recorded_on)
);
create index characteristic_child on characteristic (service_id, child_id, kind);
create unique index characteristic_one_live_a_source on characteristic (service_id, child_id, kind, source) where ended_on is null;
comment on table characteristic is 'Ethnicity, language, religion, disability, SEND, care status and the like, each as one source gave it. Two live sources that differ are a work item.';
comment on column characteristic.not_known is 'Why there is no value: unknown, declined, not asked and not applicable are different answers.';

create table education_episode (
  service_id uuid not null, id uuid not null, child_id uuid not null,
  provision text not null, provider text not null,
  hours_offered numeric(4, 1), hours_attended numeric(4, 1),
  suitable text not null default 'not-asked' check (suitable in ('yes', 'no', 'unknown', 'not-asked')),
  valid_from date not null, valid_to date, source text not null, verified_on date, verified_by uuid,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  check (valid_to is null or valid_to >= valid_from)
);
create index education_episode_child on education_episode (service_id, child_id, valid_from desc);
comment on table education_episode is 'School, college or work over time; some children have two at once.';
comment on column education_episode.hours_offered is 'Hours a week offered.';

create table care_episode (
  service_id uuid not null, id uuid not null, child_id uuid not null,
  status text not null, authority text, valid_from date not null, valid_to date,
  source text not null, verified_on date, verified_by uuid,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  check (valid_to is null or valid_to >= valid_from),
  exclude using gist (service_id with =, child_id with =, status with =, daterange(valid_from, valid_to, '[)') with &&)
);
create index care_episode_child on care_episode (service_id, child_id, valid_from desc);
comment on table care_episode is 'Social care status over time: looked after, child protection plan, child in need, early help.';

create table network_person (
  service_id uuid not null, id uuid not null, child_id uuid not null,
  name text not null, relationship text not null, agency text, telephone text, email text,
  parental_responsibility text not null default 'not-asked' check (parental_responsibility in ('yes', 'no', 'unknown', 'not-asked', 'not-applicable')),
  lives_with_child boolean not null default false,
  emergency_contact boolean not null default false,
  may_be_contacted text not null default 'not-asked' check (may_be_contacted in ('yes', 'no', 'unknown', 'not-asked')),
  known_child_id uuid,
  note text, valid_from date not null, valid_to date,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade
);
create index network_person_child on network_person (service_id, child_id);
comment on table network_person is 'Family and network: who matters to the child, and the professionals of other agencies.';

create table family_information (
  service_id uuid not null, id uuid not null, child_id uuid not null,
  network_person_id uuid not null, detail text not null, hide_from text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, network_person_id) references network_person (service_id, id) on delete cascade
);
create index family_information_child on family_information (service_id, child_id);
comment on table family_information is 'A parent''s or carer''s own sensitive information, kept apart from the child''s (health, domestic abuse).';

create table warning (
  service_id uuid not null, id uuid not null, child_id uuid not null,
  kind text not null, detail text not null, owner_id uuid not null,
  raised_on date not null, review_on date not null, ended_on date, end_reason text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, owner_id) references staff (service_id, id) on delete restrict,
  check ((ended_on is null) = (end_reason is null))
);
create index warning_child on warning (service_id, child_id) where ended_on is null;
comment on table warning is 'Something everyone who meets the child must know first; it has an owner and a day to look at it again.';

create table child_counter (
  service_id uuid primary key references service (id) on delete cascade,
  last_number integer not null check (last_number >= 0)
);
comment on table child_counter is 'The last number given to a child by each service. Written only by next_child_number().';

create table child_distinction (
  service_id uuid not null, id uuid not null, child_id uuid not null, other_child_id uuid not null, reason text not null,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, child_id, other_child_id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, other_child_id) references child (service_id, id) on delete cascade,
  check (child_id <> other_child_id)
);
create index child_distinction_other on child_distinction (service_id, other_child_id);
comment on table child_distinction is 'Somebody looked and said that two alike records are two children, and why; said when a record is made beside a likely duplicate.';
