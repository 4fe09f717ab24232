-- What a court ordered for a child, what it requires of them, and what became of it.
create table court_order (
  service_id uuid not null, id uuid not null, child_id uuid not null, charge_id uuid, involvement_id uuid,
  kind text not null, court text not null check (court <> ''),
  made_on date not null, convicted_on date not null check (convicted_on <= made_on),
  amount integer, is_consecutive boolean not null default false, terms text, kept_reason text,
  first_day date, last_day date, days_how text not null default '', ended_on date,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, charge_id) references charge (service_id, id) on delete set null (charge_id),
  foreign key (service_id, involvement_id) references involvement (service_id, id) on delete set null (involvement_id)
);
create index court_order_child on court_order (service_id, child_id, made_on);
create index court_order_charge on court_order (service_id, charge_id);
create index court_order_involvement on court_order (service_id, involvement_id);
comment on table court_order is 'An order as the court made it. What came after stands in court_order_event and changes nothing here but the days that are worked out.';
comment on column court_order.kind is 'A code of the list court_order, which says what the law allows.';
comment on column court_order.charge_id is 'The principal charge that it was made for.';
comment on column court_order.amount is 'Its length, in months or hours as the list counts it; null where the court gave none.';
comment on column court_order.kept_reason is 'Why it is recorded as it is, though a rule says that it cannot be lawful: the court''s word stands.';
comment on column court_order.first_day is 'With last_day worked out from the order and its events by the rule of its kind, each time either is saved; days_how says in words how.';
comment on column court_order.ended_on is 'The day on which it was completed, revoked or quashed; null while no end is recorded.';

create table court_order_requirement (
  service_id uuid not null, id uuid not null, child_id uuid not null, order_id uuid not null,
  kind text not null, amount integer, detail text, from_on date not null,
  ended_on date, end_reason text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, order_id) references court_order (service_id, id) on delete cascade,
  check (ended_on is null or ended_on >= from_on),
  check ((ended_on is null) = (end_reason is null))
);
create index court_order_requirement_child on court_order_requirement (service_id, child_id);
create index court_order_requirement_order on court_order_requirement (service_id, order_id);
comment on table court_order_requirement is 'One thing that an order requires of the child. The plan covers it.';
comment on column court_order_requirement.kind is 'A code of the list order_requirement.';
comment on column court_order_requirement.amount is 'How much of it, in hours, days or months as the list counts it; null where the court gave no amount.';
comment on column court_order_requirement.from_on is 'The day of the order, or the day on which a court added it.';
comment on column court_order_requirement.ended_on is 'The day on which a court took it out of the order.';

create table court_order_event (
  service_id uuid not null, id uuid not null, child_id uuid not null, order_id uuid not null,
  what text not null check (what in ('contract', 'breached', 'amended', 'extended', 'appealed', 'revoked', 'quashed', 'completed')),
  happened_on date not null, amount integer, note text not null check (note <> ''), kept_reason text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, order_id) references court_order (service_id, id) on delete cascade,
  check ((what in ('amended', 'extended')) or amount is null),
  check (what <> 'extended' or amount is not null)
);
create index court_order_event_child on court_order_event (service_id, child_id, happened_on);
create index court_order_event_order on court_order_event (service_id, order_id, happened_on);
comment on table court_order_event is 'What came of an order after it was made, as dated facts: added, and never changed.';
comment on column court_order_event.what is 'contract: the day on which a referral order''s contract took effect, from which its length counts.';
comment on column court_order_event.amount is 'amended: its length since; extended: how many months longer.';

alter table plan_line add requirement_id uuid,
  add foreign key (service_id, requirement_id) references court_order_requirement (service_id, id) on delete set null (requirement_id);
create index plan_line_requirement on plan_line (service_id, requirement_id) where requirement_id is not null;
comment on column plan_line.requirement_id is 'The requirement of an order that this line covers, if it covers one.';
