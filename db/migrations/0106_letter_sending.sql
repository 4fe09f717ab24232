-- Letters that are sent: what waits in the outbox, what went to which contact point, and what came back.
create table letter_sending (
  service_id uuid not null, id uuid not null, child_id uuid not null, letter_id uuid not null,
  channel text not null check (channel in ('email', 'text', 'post')),
  contact_point_id uuid, address_id uuid,
  sender text not null check (sender in ('service', 'person')),
  state text not null default 'queued' check (state in ('queued', 'sent', 'delivered', 'sent-back')),
  tries integer not null default 0 check (tries >= 0),
  sent_at timestamptz, provider_id text, proof text, delivered_at timestamptz,
  came_back_at timestamptz, came_back_why text check (came_back_why <> ''), told_by uuid,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, letter_id) references letter (service_id, id) on delete cascade,
  foreign key (service_id, contact_point_id) references child_contact_point (service_id, id) on delete cascade,
  foreign key (service_id, address_id) references child_address (service_id, id) on delete cascade,
  check (channel = 'post' or address_id is null),
  check ((channel = 'post') = (contact_point_id is null)),
  check ((channel = 'post') = (address_id is not null)),
  check (channel <> 'post' or sender = 'person'),
  check (state not in ('sent', 'delivered') or (sent_at is not null and proof <> '')),
  check (state <> 'queued' or (sent_at is null and came_back_at is null)),
  check ((state = 'delivered') = (delivered_at is not null)),
  check ((state = 'sent-back') = (came_back_at is not null)),
  check ((came_back_at is null) = (came_back_why is null))
);
create index letter_sending_child on letter_sending (service_id, child_id);
create index letter_sending_letter on letter_sending (service_id, letter_id);
create index letter_sending_point on letter_sending (service_id, contact_point_id) where contact_point_id is not null;
create index letter_sending_address on letter_sending (service_id, address_id) where address_id is not null;
create index letter_sending_outbox on letter_sending (service_id, created_at desc);
comment on table letter_sending is 'One try to send a letter, from the outbox to where it arrived or came back. It was put in the outbox when its row was made.';
comment on column letter_sending.contact_point_id is 'The telephone or e-mail of the record to which it goes, and no other; null where it goes by post.';
comment on column letter_sending.address_id is 'The address of the record to which it goes by post.';
comment on column letter_sending.sender is 'Whether this service sends it by itself, as its settings said when it was put in the outbox, or a person does and says so.';
comment on column letter_sending.tries is 'How often the service has tried to send it.';
comment on column letter_sending.provider_id is 'By what the mail server or GOV.UK Notify knows it.';
comment on column letter_sending.proof is 'What shows that it went: the answer of who took it, or a person’s words.';
comment on column letter_sending.told_by is 'Who said that it went or came back; null where the service found it itself.';
