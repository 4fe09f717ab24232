create table panel (
  service_id uuid not null references service (id) on delete restrict, id uuid not null,
  name text not null, starts_at timestamptz not null, place text not null,
  window_opens timestamptz not null, window_closes timestamptz not null,
  status text not null default 'planned' check (status in ('planned', 'held', 'cancelled')), chair_id uuid, note text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  check (window_opens <= starts_at and window_closes > starts_at)
);
create index panel_starts on panel (service_id, starts_at desc);
comment on table panel is 'A meeting of the joint decision panel. Members read its papers only between window_opens and window_closes.';

create table panel_attendee (
  service_id uuid not null, id uuid not null, panel_id uuid not null, staff_id uuid, name text not null,
  agency text not null, is_substitute boolean not null default false, substitute_for text,
  sent_view boolean not null default false,
  attended text not null default 'expected' check (attended in ('expected', 'attended', 'apologies', 'absent')),
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, panel_id) references panel (service_id, id) on delete cascade,
  foreign key (service_id, staff_id) references staff (service_id, id) on delete restrict,
  unique (service_id, panel_id, staff_id)
);
create index panel_attendee_panel on panel_attendee (service_id, panel_id);
create index panel_attendee_staff on panel_attendee (service_id, staff_id);
comment on table panel_attendee is 'Who is asked to a panel, for which agency, and whether they came.';
comment on column panel_attendee.sent_view is 'Their agency''s view came in writing, which counts for seats that may be heard so.';

create table panel_item (
  service_id uuid not null, id uuid not null, panel_id uuid not null, child_id uuid not null, referral_id uuid not null,
  position integer not null default 1,
  gravity_base integer check (gravity_base between 1 and 5), gravity_factors jsonb not null default '[]',
  gravity integer check (gravity between 1 and 5), gravity_note text,
  paper_summary text, state text not null default 'listed' check (state in ('listed', 'ready', 'decided', 'deferred', 'withdrawn')), state_reason text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, panel_id, referral_id),
  foreign key (service_id, panel_id) references panel (service_id, id) on delete cascade,
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, referral_id) references referral (service_id, id) on delete cascade
);
create index panel_item_child on panel_item (service_id, child_id);
create index panel_item_referral on panel_item (service_id, referral_id);
comment on table panel_item is 'One child''s referral on one panel''s list, with its gravity score and how that was reached.';

create table panel_conflict (
  service_id uuid not null, id uuid not null, panel_item_id uuid not null, staff_id uuid not null, child_id uuid not null,
  interest text not null, managed_by text not null,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id), unique (service_id, panel_item_id, staff_id),
  foreign key (service_id, panel_item_id) references panel_item (service_id, id) on delete cascade,
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade
);
create index panel_conflict_child on panel_conflict (service_id, child_id);
comment on table panel_conflict is 'A member''s interest in a case; while it stands they do not see that child''s papers.';

create table decision (
  service_id uuid not null, id uuid not null, child_id uuid,
  about_table text not null, about_id uuid not null,
  question text not null, options jsonb not null default '[]', consulted jsonb not null default '[]',
  positions jsonb not null default '[]', information text not null, diversity text,
  outcome text, rationale text not null, departure_reason text,
  decided_on date not null, decided_by uuid not null, confirmed_by uuid, confirmed_on date,
  dissent text, review_on date,
  status text not null default 'made' check (status in ('made', 'escalated', 'final', 'replaced')), replaces_id uuid,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, replaces_id) references decision (service_id, id) on delete restrict
);
create index decision_child on decision (service_id, child_id, decided_on desc);
create index decision_about on decision (service_id, about_id);
create index decision_waiting on decision (service_id) where status = 'made' and confirmed_on is null;
comment on table decision is 'What was decided: question, options, who was consulted and their positions, what it rests on, why, by whom, and who disagreed. One shape for panels and all else.';
comment on column decision.positions is '[{agency, position, by, outcome}]: outcome is what that agency wanted, or null where it had no view.';

create table escalation (
  service_id uuid not null, id uuid not null, child_id uuid not null, decision_id uuid not null,
  level integer not null check (level between 1 and 3), grounds text not null, parties text not null,
  raised_on date not null, raised_by uuid not null, due_on date not null,
  result text check (result in ('upheld', 'changed', 'escalated')), result_note text, resolved_on date, resolved_by uuid,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, decision_id) references decision (service_id, id) on delete cascade,
  check ((resolved_on is null) = (result is null))
);
create index escalation_child on escalation (service_id, child_id);
create unique index escalation_level on escalation (service_id, decision_id, level);
comment on table escalation is 'A disagreement about a decision taken up a level: managers, then heads, then strategic leads.';

create table disposal (
  service_id uuid not null, id uuid not null, child_id uuid not null, referral_id uuid not null, decision_id uuid not null,
  involvement_id uuid, outcome text not null, decided_on date not null,
  given_on date, given_by text, appropriate_adult text, conditions text, attendance_hours integer check (attendance_hours >= 0), due_by date,
  completed_on date, completion text check (completion in ('completed', 'not-completed', 'withdrawn')), completion_evidence text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, referral_id) references referral (service_id, id) on delete restrict,
  foreign key (service_id, decision_id) references decision (service_id, id) on delete restrict,
  foreign key (service_id, involvement_id) references involvement (service_id, id) on delete set null (involvement_id),
  check ((completed_on is null) = (completion is null))
);
create index disposal_child on disposal (service_id, child_id);
create index disposal_decision on disposal (service_id, decision_id);
comment on table disposal is 'The true outcome of a decision and its delivery. Returns'' older codes exist only in exports.';

create table police_notice (
  service_id uuid not null, id uuid not null, child_id uuid not null, disposal_id uuid not null,
  kind text not null check (kind in ('completed', 'not-complied', 'withdrawn')), evidence text not null,
  sent_on date, sent_to text, sent_how text, proof text, acknowledged_on date, police_decision text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, disposal_id) references disposal (service_id, id) on delete cascade,
  check ((sent_on is null) = (proof is null) and (sent_on is null) = (sent_to is null))
);
create index police_notice_child on police_notice (service_id, child_id);
create unique index police_notice_disposal on police_notice (service_id, disposal_id);
comment on table police_notice is 'What police were told about an outcome''s completion or failure, with proof of sending.';

create table action (
  service_id uuid not null references service (id) on delete restrict, id uuid not null, child_id uuid,
  about_table text not null, about_id uuid not null,
  what text not null, owner_id uuid, owner_name text not null, agency text not null,
  original_due date not null, due_on date not null, done_on date, evidence text, impact text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, owner_id) references staff (service_id, id) on delete restrict,
  check (done_on is null or evidence is not null)
);
create index action_child on action (service_id, child_id);
create index action_owner on action (service_id, owner_id) where done_on is null;
comment on table action is 'What was promised: owner, agency, the day first promised and the day now due, evidence and effect.';

create table panel_paper (
  service_id uuid not null, id uuid not null, child_id uuid not null, panel_item_id uuid not null,
  content jsonb not null, made_on timestamptz not null default now(), withdrawn_on timestamptz,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, panel_item_id) references panel_item (service_id, id) on delete cascade
);
create index panel_paper_item on panel_paper (service_id, panel_item_id);
comment on table panel_paper is 'What the panel reads about one child: made from the record when it is put forward, without address, intelligence or health detail. All that a partner member sees.';
comment on column panel_paper.content is '{offences[], answer, summary, levels:[{judgement, level, reason}], childWords, parentWords, strengths, adaptations, information:[{agency, line}], victims:[{label, wishes, shared}], gravity, exceptions[]}';
