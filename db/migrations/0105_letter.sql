-- Letters about a child: begun from a template, filled from the record, edited, and given.
create table letter (
  service_id uuid not null, id uuid not null, child_id uuid not null,
  record_class text not null default 'RC3' check (record_class in ('RC3', 'RC11')),
  kind text not null, to_whom text not null check (to_whom in ('child', 'parent', 'victim')), to_name text not null check (to_name <> ''),
  network_person_id uuid, victim_involvement_id uuid,
  contact_id uuid, order_id uuid, panel_item_id uuid, failure_id uuid,
  subject text not null check (subject <> ''), words text not null check (words <> ''),
  not_needed_on date, not_needed_why text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, network_person_id) references network_person (service_id, id) on delete set null (network_person_id),
  foreign key (service_id, victim_involvement_id) references victim_involvement (service_id, id) on delete cascade,
  foreign key (service_id, contact_id) references contact (service_id, id) on delete set null (contact_id),
  foreign key (service_id, order_id) references court_order (service_id, id) on delete set null (order_id),
  foreign key (service_id, panel_item_id) references panel_item (service_id, id) on delete set null (panel_item_id),
  foreign key (service_id, failure_id) references failure_to_comply (service_id, id) on delete set null (failure_id),
  check ((to_whom = 'victim') = (victim_involvement_id is not null)),
  check ((to_whom = 'victim') = (record_class = 'RC11')),
  check (to_whom = 'parent' or network_person_id is null),
  check ((not_needed_on is null) = (not_needed_why is null))
);
create index letter_child on letter (service_id, child_id);
create index letter_person on letter (service_id, network_person_id) where network_person_id is not null;
create index letter_victim on letter (service_id, victim_involvement_id) where victim_involvement_id is not null;
create index letter_contact on letter (service_id, contact_id) where contact_id is not null;
create index letter_order on letter (service_id, order_id) where order_id is not null;
create index letter_panel_item on letter (service_id, panel_item_id) where panel_item_id is not null;
create index letter_failure on letter (service_id, failure_id) where failure_id is not null;
comment on table letter is 'A letter to a child, a parent or carer, or a person harmed. Its words are changed until it is given, and then stay.';
comment on column letter.record_class is 'Who reads it: with contacts, or, where it is to a person harmed, with the vault.';
comment on column letter.kind is 'A code of the list letter_kind, from whose template it was begun.';
comment on column letter.to_name is 'Whom the letter greets, as the record named them when it was begun.';
comment on column letter.words is 'What stands in it: paragraphs parted by empty lines, a line of a list begun with a dash.';

create table letter_delivery (
  service_id uuid not null, id uuid not null, child_id uuid not null, letter_id uuid not null,
  record_class text not null default 'RC3' check (record_class in ('RC3', 'RC11')),
  how text not null check (how in ('by-hand', 'post', 'read-out')), given_on date not null, proof text not null check (proof <> ''),
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, letter_id) references letter (service_id, id) on delete cascade
);
create index letter_delivery_child on letter_delivery (service_id, child_id);
create index letter_delivery_letter on letter_delivery (service_id, letter_id);
comment on table letter_delivery is 'One way in which a letter reached somebody, with what shows it.';
comment on column letter_delivery.record_class is 'That of its letter.';
comment on column letter_delivery.proof is 'Who took it, or what shows that it went.';
