-- Putting to the court, or to whoever else deals with it, that an order was not kept; and looking half-way whether it may end early.
create table breach (
  service_id uuid not null, id uuid not null, child_id uuid not null, order_id uuid not null,
  goes_to text not null check (goes_to in ('court', 'panel', 'recall')),
  relied_on uuid[] not null check (cardinality(relied_on) > 0),
  reasons text not null check (reasons <> ''), tried text not null check (tried <> ''),
  status text not null default 'proposed' check (status in ('proposed', 'returned', 'approved', 'sent', 'heard', 'withdrawn')),
  proposed_on date not null, proposed_by uuid not null,
  manager_note text, returned_on date, approved_on date, approved_by uuid,
  sent_on date, sent_note text, heard_on date, outcome text, outcome_note text,
  withdrawn_on date, withdrawn_by uuid, withdrawn_reason text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, order_id) references court_order (service_id, id) on delete cascade,
  foreign key (service_id, proposed_by) references staff (service_id, id) on delete restrict,
  foreign key (service_id, approved_by) references staff (service_id, id) on delete restrict,
  foreign key (service_id, withdrawn_by) references staff (service_id, id) on delete restrict,
  check ((approved_on is null) = (approved_by is null)),
  check (approved_by is distinct from proposed_by),
  check (status not in ('approved', 'sent', 'heard') or approved_by is not null),
  check (status not in ('sent', 'heard') or sent_on is not null),
  check ((status = 'heard') = (heard_on is not null)),
  check ((status = 'withdrawn') = (withdrawn_on is not null)),
  check (status <> 'withdrawn' or (withdrawn_by is not null and withdrawn_reason is not null)),
  check (status <> 'heard' or outcome_note is not null)
);
create index breach_child on breach (service_id, child_id, proposed_on);
create index breach_order on breach (service_id, order_id);
comment on table breach is 'That an order was not kept is put to whoever deals with it: proposed, approved by a manager who did not propose it, sent, heard; or withdrawn with the reason.';
comment on column breach.relied_on is 'The failures that it relies on.';
comment on column breach.tried is 'What was tried to help the child keep the order, and what gets in the way.';
comment on column breach.goes_to is 'As the rule of the order said when it was proposed.';

create table early_end_look (
  service_id uuid not null, id uuid not null, child_id uuid not null, order_id uuid not null,
  looked_on date not null, asks boolean not null, why text not null check (why <> ''), child_view text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, order_id) references court_order (service_id, id) on delete cascade
);
create index early_end_look_child on early_end_look (service_id, child_id);
create index early_end_look_order on early_end_look (service_id, order_id);
comment on table early_end_look is 'Whether the court is asked to end an order early because it goes well, looked at when half of it has passed.';
comment on column early_end_look.asks is 'Whether the court is asked; if not, why says why not.';
