-- A failure to keep an order, as somebody says that it was one: never made by the record itself.
create table failure_to_comply (
  service_id uuid not null, id uuid not null, child_id uuid not null, order_id uuid not null, requirement_id uuid, contact_id uuid,
  happened_on date not null, what text not null check (what <> ''),
  asked_on date, asked_by uuid, excuse text, evidence text,
  barriers text[] not null default '{}', barriers_said text,
  decision text check (decision in ('acceptable', 'not-acceptable', 'not-pursued')), decided_on date, decided_by uuid, decision_reason text,
  exceptional_reason text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, order_id) references court_order (service_id, id) on delete cascade,
  foreign key (service_id, requirement_id) references court_order_requirement (service_id, id) on delete set null (requirement_id),
  foreign key (service_id, contact_id) references contact (service_id, id) on delete set null (contact_id),
  foreign key (service_id, asked_by) references staff (service_id, id) on delete restrict,
  foreign key (service_id, decided_by) references staff (service_id, id) on delete restrict,
  unique (service_id, order_id, contact_id),
  check (asked_on is null or asked_on >= happened_on),
  check ((decision is null) = (decided_on is null)),
  check (decision is null or decision_reason is not null),
  check (decision is distinct from 'not-acceptable' or cardinality(barriers) > 0)
);
create index failure_to_comply_child on failure_to_comply (service_id, child_id, happened_on);
create index failure_to_comply_requirement on failure_to_comply (service_id, requirement_id);
create index failure_to_comply_contact on failure_to_comply (service_id, contact_id);
comment on table failure_to_comply is 'What an order asked for and the child did not do: what they were asked and said, what got in the way, and whether it counts.';
comment on column failure_to_comply.contact_id is 'The contact that was missed, of which an order has one failure at most; null where something else was not kept.';
comment on column failure_to_comply.barriers is 'What was looked at that may have got in the way, before it is said not to be acceptable.';
comment on column failure_to_comply.decision is 'acceptable: there was a reasonable excuse. not-pursued: nothing follows, and decision_reason says why. Null while nobody has decided.';
comment on column failure_to_comply.exceptional_reason is 'Why it is not put to the court although the law says that it must be.';
