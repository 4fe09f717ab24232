-- What was done when an order was not kept: the child was warned, or met to find out what gets in the way.
create table order_warning (
  service_id uuid not null, id uuid not null, child_id uuid not null, failure_id uuid not null,
  given_on date not null, given_how text not null check (given_how in ('in-person', 'letter', 'both')),
  described text not null check (described <> ''), consequence text not null check (consequence <> ''), understood text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, failure_id) references failure_to_comply (service_id, id) on delete cascade,
  unique (service_id, failure_id)
);
create index order_warning_child on order_warning (service_id, child_id, given_on);
comment on table order_warning is 'A warning of one failure to keep an order. Which it is, and whether it counts, is told by the rule of the order from the days.';
comment on column order_warning.described is 'What the warning says was not kept, and that it is not acceptable.';
comment on column order_warning.consequence is 'What the warning says may follow.';
comment on column order_warning.understood is 'How it was made sure that the child understood it, and that a parent knows.';

create table compliance_meeting (
  service_id uuid not null, id uuid not null, child_id uuid not null, order_id uuid not null,
  held_on date not null, who_came text not null check (who_came <> ''), in_the_way text not null check (in_the_way <> ''),
  agreed text not null check (agreed <> ''),
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, order_id) references court_order (service_id, id) on delete cascade
);
create index compliance_meeting_child on compliance_meeting (service_id, child_id, held_on);
create index compliance_meeting_order on compliance_meeting (service_id, order_id);
comment on table compliance_meeting is 'A meeting with the child and those around them about what keeps them from keeping an order, and what is done about it.';
