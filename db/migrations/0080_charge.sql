-- What the child is charged with, what they say to it, and what the court finds.
create table charge (
  service_id uuid not null, id uuid not null, child_id uuid not null, offence_id uuid, instead_of uuid,
  charged_on date not null, charged_by text not null check (charged_by in ('police', 'cps', 'another-prosecutor', 'not-known')),
  wording text not null check (wording <> ''), ho_code text,
  plea text check (plea in ('guilty', 'not-guilty', 'none-entered')), plea_on date,
  finding text check (finding in ('guilty', 'not-guilty')), found_on date,
  standing text not null default 'charged' check (standing in ('charged', 'reduced', 'withdrawn', 'discontinued')),
  standing_on date, standing_reason text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, offence_id) references offence (service_id, id) on delete set null (offence_id),
  foreign key (service_id, instead_of) references charge (service_id, id) on delete set null (instead_of),
  check ((plea is null) = (plea_on is null)),
  check ((finding is null) = (found_on is null)),
  check ((standing = 'charged') = (standing_on is null)),
  check (standing = 'charged' or standing_reason is not null)
);
create index charge_child on charge (service_id, child_id);
create index charge_offence on charge (service_id, offence_id);
create index charge_instead_of on charge (service_id, instead_of);
comment on table charge is 'What the child is charged with, in the words of the charge: the plea, what the court found, and whether it was reduced, withdrawn or discontinued.';
comment on column charge.offence_id is 'The offence of the record that it is for.';
comment on column charge.instead_of is 'The charge that was reduced to this one.';
comment on column charge.ho_code is 'The Home Office code of the offence as it was given, whether or not the list ho_offence_code has it; null while nobody said it.';
comment on column charge.found_on is 'The day of the finding: of guilt, the day of conviction.';
comment on column charge.standing is 'charged: it stands. A reduced charge gives way to the one that names it in instead_of.';
