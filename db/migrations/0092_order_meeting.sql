-- What a panel and a child came to about an order, and the contract that they agreed.
create table order_meeting (
  service_id uuid not null, id uuid not null, child_id uuid not null, order_id uuid not null, panel_item_id uuid not null,
  outcome text not null check (outcome in ('contract', 'adjourned', 'refer-back', 'continues', 'varied', 'revoke-early', 'completed')),
  happened_on date not null, note text not null check (note <> ''),
  no_reparation_reason text, child_signed boolean not null default false, parent_signed text, panel_signed text, signed_on date,
  refused_on date,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id), unique (service_id, panel_item_id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, order_id) references court_order (service_id, id) on delete cascade,
  foreign key (service_id, panel_item_id) references panel_item (service_id, id) on delete cascade,
  check (signed_on is null or outcome in ('contract', 'varied') and child_signed and panel_signed is not null and parent_signed is not null and signed_on >= happened_on),
  check (refused_on is null or outcome = 'revoke-early' and refused_on >= happened_on)
);
create index order_meeting_child on order_meeting (service_id, child_id);
create index order_meeting_order on order_meeting (service_id, order_id, happened_on);
comment on table order_meeting is 'What a panel came to about an order at one meeting. Recorded only where one member of the service and two who are not were there.';
comment on column order_meeting.note is 'What was said and why: of a referral back, what the court is told.';
comment on column order_meeting.no_reparation_reason is 'Why a contract holds no reparation; null where it holds some.';
comment on column order_meeting.parent_signed is 'The parent or carer who signed, or why none did.';
comment on column order_meeting.panel_signed is 'The member who signed for the panel.';
comment on column order_meeting.signed_on is 'The day on which child and panel had signed: a first contract takes effect on it.';
comment on column order_meeting.refused_on is 'The day on which the court refused to end the order early.';

create table contract_term (
  service_id uuid not null, id uuid not null, child_id uuid not null, order_meeting_id uuid not null,
  what text not null check (what <> ''), place text, due_on date not null, is_reparation boolean not null default false, plan_line_id uuid,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, order_meeting_id) references order_meeting (service_id, id) on delete cascade,
  foreign key (service_id, plan_line_id) references plan_line (service_id, id) on delete set null (plan_line_id)
);
create index contract_term_child on contract_term (service_id, child_id);
create index contract_term_meeting on contract_term (service_id, order_meeting_id);
create index contract_term_plan_line on contract_term (service_id, plan_line_id) where plan_line_id is not null;
comment on table contract_term is 'One thing that a child promised a panel, in plain words. Added until the contract is signed, and never changed.';
comment on column contract_term.place is 'Where it is done, and with whom.';
comment on column contract_term.plan_line_id is 'The line of the plan that is the same work.';
