-- What follows when work passes on: after a charge, for a court, on bail, at a transfer, after police have decided.
create table work_step (
  service_id uuid not null, id uuid not null, child_id uuid not null,
  kind text not null,
  about_table text not null check (about_table in ('referral', 'disposal', 'police_notice')), about_id uuid not null,
  begun_on date not null, owner_id uuid, due_on date, note text,
  state text not null default 'open' check (state in ('open', 'done', 'nothing-follows')),
  closed_on date, closed_by uuid,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, about_table, about_id, kind),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, owner_id) references staff (service_id, id) on delete restrict,
  check ((state = 'open') = (closed_on is null)),
  check (state = 'open' or note is not null)
);
create index work_step_child on work_step (service_id, child_id);
comment on table work_step is 'What follows when a referral or an outcome leads to work elsewhere, so that nothing closes into nothing: it stands with somebody until it is done, or they say why nothing follows. Made by the database where the fact is written.';
comment on column work_step.kind is 'A code of the list work_step_kind, whose words say what is to do.';
comment on column work_step.owner_id is 'Whoever works with the child, or whom it was handed to; nobody: a manager sees to it.';
comment on column work_step.due_on is 'The day that was set when it was handed on; else its time limit counts from the day it began.';
comment on column work_step.note is 'What was done or agreed, why nothing follows, or what whoever it was handed to must know.';
-- When a child passes to another worker, that worker is told by an action about the new tie.
insert into action_rule (about_table, add_permission, of_child, owner_may_close) values ('relationship', 'action.add', true, true);
