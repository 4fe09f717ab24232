-- What the record itself says may have changed a child's safety: a fresh look is proposed, and somebody answers.
create table change_proposed (
  service_id uuid not null, id uuid not null, child_id uuid not null,
  type text,
  about_table text not null check (about_table in ('child_address', 'warning', 'contact', 'plan_line')), about_id uuid not null,
  noticed_on date not null,
  answer text check (answer in ('opened', 'not-needed')), answer_reason text, answered_on date, answered_by uuid, change_event_id uuid,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, about_table, about_id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, change_event_id) references change_event (service_id, id) on delete set null (change_event_id),
  check ((answer is null) = (answered_on is null)),
  check ((answer is null) = (answer_reason is null))
);
create index change_proposed_child on change_proposed (service_id, child_id);
comment on table change_proposed is 'The record proposes a change of circumstances: an unsettled or unsuitable home, a new warning, contacts missed in a row, a contingency that happened. Made by the database where the fact is written; answered by whoever works with the child.';
comment on column change_proposed.type is 'The kind of change it is likely to be, of the list change_event_type; whoever answers may choose another.';
comment on column change_proposed.about_table is 'Where the fact stands. What it says is not repeated here: an address may be for fewer eyes.';
comment on column change_proposed.answer is 'opened: the change was recorded and its review opened. not-needed: why not, in answer_reason.';
