create table victim_involvement (
  service_id uuid not null, id uuid not null, child_id uuid not null, referral_id uuid, offence_id uuid,
  label text not null check (label ~ '^Victim [A-Z]{1,2}$'),
  details_received_on date,
  wishes text not null default 'not-sought' check (wishes in ('not-sought', 'sought', 'given', 'declined', 'not-reached', 'no-consent', 'no-direct-victim')),
  wishes_on date, no_wishes_reason text,
  shared_with_worker text, shared_on date, share_consent_on date,
  tell_child text not null default 'not-asked' check (tell_child in ('yes', 'no', 'not-asked')),
  safety_need text not null default 'unknown' check (safety_need in ('yes', 'no', 'unknown')),
  safety_line text,
  updates_wanted text not null default 'not-asked' check (updates_wanted in ('yes', 'no', 'not-asked')),
  ended_on date, end_reason text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, referral_id) references referral (service_id, id) on delete set null (referral_id),
  foreign key (service_id, offence_id) references offence (service_id, id) on delete set null (offence_id),
  check (shared_with_worker is null or share_consent_on is not null),
  check (wishes not in ('declined', 'not-reached', 'no-consent', 'no-direct-victim') or no_wishes_reason is not null)
);
create unique index victim_involvement_child on victim_involvement (service_id, child_id, label);
create index victim_involvement_live on victim_involvement (service_id) where ended_on is null;
comment on table victim_involvement is 'A victim as the child''s worker may know them: a label, whether wishes were sought, and only what the victim agreed to share.';
comment on column victim_involvement.label is 'For example Victim A: never a name.';
comment on column victim_involvement.shared_with_worker is 'The words the victim agreed the worker may see; needs the day of their consent.';
comment on column victim_involvement.tell_child is 'Whether the victim agreed that the worker may tell the child these words.';

create table victim (
  service_id uuid not null, id uuid not null, child_id uuid not null, victim_involvement_id uuid not null,
  name text not null, is_child boolean not null default false, known_child_id uuid,
  contact_details text, preferred_contact text, access_needs text,
  police_consent text not null default 'unknown' check (police_consent in ('yes', 'no', 'unknown')),
  wishes text, impact text, note text,
  withdrawn_words text, withdrawn_on date,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, victim_involvement_id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, victim_involvement_id) references victim_involvement (service_id, id) on delete cascade
);
create index victim_child on victim (service_id, child_id);
comment on table victim is 'The vault: who the victim is, how to reach them, what they said. Victim workers only.';
comment on column victim.withdrawn_words is 'Words that had been shared with the worker until the victim took back their consent.';

create table victim_contact (
  service_id uuid not null, id uuid not null, child_id uuid not null, victim_involvement_id uuid not null,
  held_on date not null, method text not null, reached boolean not null, note text not null,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, victim_involvement_id) references victim_involvement (service_id, id) on delete cascade
);
create index victim_contact_victim on victim_contact (service_id, victim_involvement_id, held_on);
comment on table victim_contact is 'Each time the victim worker spoke to, or tried to reach, the victim.';

create table victim_right (
  service_id uuid not null, id uuid not null, child_id uuid not null, victim_involvement_id uuid not null,
  code text not null, done_on date, not_done_reason text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, victim_involvement_id, code),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, victim_involvement_id) references victim_involvement (service_id, id) on delete cascade,
  check ((done_on is null) <> (not_done_reason is null))
);
create index victim_right_child on victim_right (service_id, child_id);
comment on table victim_right is 'What a victim has a right to, and the day it was done or why it was not. The list is reference data.';
