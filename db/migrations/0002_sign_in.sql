-- Tables of the sign-in library, by its own column names. Only the app role reads them.
create table auth_user (
  "id" text not null primary key, "name" text not null, "email" text not null unique,
  "emailVerified" boolean not null, "image" text,
  "createdAt" timestamptz not null default current_timestamp, "updatedAt" timestamptz not null default current_timestamp,
  "twoFactorEnabled" boolean
);
create table auth_session (
  "id" text not null primary key, "expiresAt" timestamptz not null, "token" text not null unique,
  "createdAt" timestamptz not null default current_timestamp, "updatedAt" timestamptz not null,
  "ipAddress" text, "userAgent" text,
  "userId" text not null references auth_user ("id") on delete cascade,
  last_seen_at timestamptz not null default current_timestamp,
  locked_at timestamptz,
  method text check (method in ('password', 'single-sign-on', 'persona'))
);
create index auth_session_user on auth_session ("userId");
create table auth_account (
  "id" text not null primary key, "accountId" text not null, "providerId" text not null,
  "userId" text not null references auth_user ("id") on delete cascade,
  "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text,
  "createdAt" timestamptz not null default current_timestamp, "updatedAt" timestamptz not null
);
create index auth_account_user on auth_account ("userId");
create table auth_verification (
  "id" text not null primary key, "identifier" text not null, "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp, "updatedAt" timestamptz not null default current_timestamp
);
create index auth_verification_identifier on auth_verification ("identifier");
create table auth_two_factor (
  "id" text not null primary key, "secret" text not null, "backupCodes" text not null,
  "userId" text not null references auth_user ("id") on delete cascade,
  "verified" boolean, "failedVerificationCount" integer, "lockedUntil" timestamptz
);
create index auth_two_factor_user on auth_two_factor ("userId");
create table auth_rate_limit (
  "id" text not null primary key, "key" text not null unique, "count" integer not null, "lastRequest" bigint not null
);
comment on table auth_user is 'Sign-in identity; staff.auth_user_id points here.';
comment on table auth_session is 'A signed-in browser. Can be listed and ended by its owner.';
comment on column auth_session.locked_at is 'Set when the session has been idle too long; the owner must prove who they are before it goes on.';
comment on table auth_account is 'Password hash or single sign-on link of an identity.';
comment on table auth_verification is 'Short-lived proofs of the sign-in library.';
comment on table auth_two_factor is 'Second-factor secrets, encrypted by the sign-in library.';
comment on table auth_rate_limit is 'Sign-in attempts counted per address and path.';
alter table staff add foreign key (auth_user_id) references auth_user ("id") on delete set null;

create table draft (
  service_id uuid not null references service (id) on delete cascade,
  staff_id uuid not null references staff (id) on delete cascade,
  form_key text not null,
  field text not null,
  value text not null,
  saved_at timestamptz not null default now(),
  primary key (service_id, staff_id, form_key, field)
);
comment on table draft is 'What someone has typed and not yet sent, by form and field. Seen by its writer alone; removed when the form is saved.';

create table held_form (
  service_id uuid not null references service (id) on delete cascade,
  id uuid not null,
  staff_id uuid not null references staff (id) on delete cascade,
  path text not null,
  fields jsonb not null,
  held_at timestamptz not null default now(),
  sent_at timestamptz,
  primary key (service_id, id)
);
comment on table held_form is 'A form that arrived while the session was locked: given back to its sender after they unlock.';
comment on column held_form.sent_at is 'When its sender sent it on; kept a week after all the same, in case that failed.';
