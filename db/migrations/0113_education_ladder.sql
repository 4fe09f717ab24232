-- What follows when a child is offered or gets less education than is expected: who is asked, rung by rung, up to the board.
create table education_shortfall (
  service_id uuid not null, id uuid not null, child_id uuid not null,
  began_week date not null, opened_on date not null,
  ended_on date, end_reason text check (end_reason in ('restored', 'agreed', 'merged')), end_note text, agreed_until date,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  check ((ended_on is null) = (end_reason is null)),
  check (ended_on is null or ended_on >= opened_on),
  check (end_reason is distinct from 'agreed' or end_note is not null and agreed_until is not null)
);
create unique index education_shortfall_open on education_shortfall (service_id, child_id) where ended_on is null;
create index education_shortfall_child on education_shortfall (service_id, child_id, opened_on desc);
comment on table education_shortfall is 'A time in which a child''s weeks fell short of what is expected. Opened and ended by what the weeks say, or ended because fewer hours are agreed.';
comment on column education_shortfall.began_week is 'The first of the weeks in a row that fell short.';
comment on column education_shortfall.agreed_until is 'Until this day fewer hours are agreed, and weeks that fall short open nothing new.';

create table education_step (
  service_id uuid not null, id uuid not null, child_id uuid not null, shortfall_id uuid not null,
  rung text not null check (rung in ('school', 'virtual-school', 'head', 'board')),
  asked_on date not null, asked_who text not null check (asked_who <> ''), asked_what text not null check (asked_what <> ''),
  answered_on date, answer text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id), unique (service_id, shortfall_id, rung),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, shortfall_id) references education_shortfall (service_id, id) on delete cascade,
  check ((answered_on is null) = (answer is null)),
  check (answered_on is null or answered_on >= asked_on)
);
create index education_step_child on education_step (service_id, child_id);
comment on table education_step is 'One rung of the ladder: who was asked to put a child''s education right, when, and what came of it.';

create table board_seat (
  service_id uuid not null references service (id) on delete cascade, id uuid not null,
  seat text not null check (seat in ('education')), holder text, vacant_since date, filled_on date,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id), unique (service_id, seat),
  check (holder is not null or vacant_since is not null),
  check (filled_on is null or holder is not null)
);
comment on table board_seat is 'Who sits on the management board for an agency that the law puts on it, or since when nobody does.';
comment on column board_seat.vacant_since is 'Since when nobody held it; kept when it is filled, beside the day on which it was.';
-- Nobody has said yet who holds it: the head of service is asked.
insert into board_seat (service_id, id, seat, vacant_since) select id, gen_random_uuid(), 'education', current_date from service;
