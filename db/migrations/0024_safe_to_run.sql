create table heartbeat (
  one boolean primary key default true check (one),
  beat_at timestamptz not null default now()
);
insert into heartbeat default values;
comment on table heartbeat is 'One row that a server writes when it is asked whether it is ready: a database that cannot write is not.';

create table auth_used_code (
  "userId" text not null references auth_user ("id") on delete cascade,
  code_hash text not null,
  used_at timestamptz not null default now(),
  primary key ("userId", code_hash)
);
comment on table auth_used_code is 'One-time codes that were tried in the last hour, so that none is taken twice. Only a keyed hash is kept.';

create table sign_in_event (
  service_id uuid not null references service (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  staff_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  kind text not null check (kind in ('signed-in', 'wrong-password', 'wrong-code', 'held-off', 'locked', 'unlocked', 'signed-out',
    'signed-out-elsewhere', 'link-made', 'password-chosen', 'password-changed', 'second-step-set', 'second-step-reset')),
  method text check (method in ('password', 'single-sign-on', 'persona')),
  address text,
  browser text,
  done_by uuid,
  primary key (service_id, id),
  foreign key (service_id, staff_id) references staff (service_id, id) on delete cascade
);
create index sign_in_event_staff on sign_in_event (service_id, staff_id, at desc);
create index sign_in_event_at on sign_in_event (service_id, at desc);
comment on table sign_in_event is 'What happened at the door of each member of staff: signing in, failing to, locking, signing out, and what was done to their sign-in. Never changed.';
comment on column sign_in_event.kind is 'held-off: refused without looking at the password, because there had been too many wrong ones.';
comment on column sign_in_event.browser is 'What a person would call it, such as Firefox on Windows; not the whole of what it says of itself.';
comment on column sign_in_event.done_by is 'The administrator who made a link or reset the second step; null when the person did it themselves.';
