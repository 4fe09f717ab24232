-- A secret address under which a person's own calendar reads their diary.
create table diary_feed (
  service_id uuid not null, staff_id uuid not null, mark text not null unique, made_at timestamptz not null default now(),
  primary key (service_id, staff_id),
  foreign key (service_id, staff_id) references staff (service_id, id) on delete cascade
);
comment on table diary_feed is 'The address by which somebody''s own calendar reads when they are taken. One a person; a new one ends the one before.';
comment on column diary_feed.mark is 'The SHA-256 of the secret in the address, which itself is kept nowhere.';
