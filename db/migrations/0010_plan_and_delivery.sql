create table plan (
  service_id uuid not null, id uuid not null, child_id uuid not null, referral_id uuid,
  status text not null check (status in ('draft', 'agreed', 'ended')),
  child_agrees text not null default 'not-asked' check (child_agrees in ('yes', 'no', 'could-not-answer', 'not-asked')), child_agrees_note text,
  parent_agrees text not null default 'not-asked' check (parent_agrees in ('yes', 'no', 'could-not-answer', 'not-asked')), parent_agrees_note text,
  child_words text, parent_words text, adaptations text,
  started_on date not null, agreed_on date, review_on date, ended_on date,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, referral_id) references referral (service_id, id) on delete set null (referral_id),
  check (status <> 'agreed' or (agreed_on is not null and review_on is not null))
);
create index plan_child on plan (service_id, child_id, started_on desc);
create unique index plan_one_live on plan (service_id, child_id) where status <> 'ended';
comment on table plan is 'The child''s one joined plan, whatever the work''s legal bases.';

create table plan_line (
  service_id uuid not null, id uuid not null, child_id uuid not null, plan_id uuid not null, parent_id uuid,
  kind text not null check (kind in ('goal', 'step', 'safety', 'victim-safety', 'contingency', 'exit')),
  position integer not null default 1,
  text text not null, who text, by_on date,
  risk text, agency text, victim_involvement_id uuid,
  about text check (about in ('safety', 'harm', 'exploitation')), then_text text, within text, tell text,
  on_child_page boolean not null default true,
  status text not null default 'open' check (status in ('open', 'done', 'changed', 'stopped')), status_note text, status_on date,
  accepted text check (accepted in ('accepted', 'declined', 'waiting')),
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, plan_id) references plan (service_id, id) on delete cascade,
  foreign key (service_id, parent_id) references plan_line (service_id, id) on delete cascade,
  foreign key (service_id, victim_involvement_id) references victim_involvement (service_id, id) on delete set null (victim_involvement_id),
  check (kind <> 'step' or (parent_id is not null and who is not null and by_on is not null)),
  check (kind <> 'contingency' or (then_text is not null and who is not null and within is not null and tell is not null)),
  check (kind <> 'victim-safety' or victim_involvement_id is not null)
);
create index plan_line_plan on plan_line (service_id, plan_id, kind, position);
create index plan_line_child on plan_line (service_id, child_id);
comment on table plan_line is 'The lines of a plan: goals and their steps, a safety line per risk, a line per victim, contingency (if, then, who, within, tell), and exit steps.';
comment on column plan_line.agency is 'The agency that owns a safety line.';
comment on column plan_line.about is 'What a contingency line is for: the child''s safety, the safety of others, or exploitation.';
comment on column plan_line.by_on is 'The day by which a step is done, or a safety line is looked at again.';
comment on column plan_line.on_child_page is 'False keeps the line off the page that the child is given; lines about a victim are never on it.';

create table plan_share (
  service_id uuid not null, id uuid not null, child_id uuid not null, plan_id uuid not null,
  agency text not null, shared_with text not null, what text not null, lawful_basis text not null, shared_on date not null, acknowledged_on date,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, plan_id) references plan (service_id, id) on delete cascade
);
create index plan_share_child on plan_share (service_id, child_id);
comment on table plan_share is 'Which part of a plan went to which agency, on what basis, and whether they said they had it.';

create table contact (
  service_id uuid not null, id uuid not null, child_id uuid not null, involvement_id uuid,
  type text not null, place text not null,
  planned_at timestamptz, held_at timestamptz, minutes integer check (minutes between 0 and 1440),
  status text not null check (status in ('planned', 'recorded', 'cancelled')),
  attendance text check (attendance in ('attended', 'acceptable-absence', 'unacceptable-absence', 'cancelled-by-service', 'not-required')),
  absence_reason text, child_seen text not null default 'not-applicable' check (child_seen in ('alone', 'with-others', 'not-seen', 'not-applicable')),
  parent_spoken_to boolean not null default false, with_whom text,
  notes text not null default '', child_words text, next_step text, safeguarding boolean not null default false,
  lenses text[] not null default '{}', worker_id uuid not null,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, involvement_id) references involvement (service_id, id) on delete set null (involvement_id),
  foreign key (service_id, worker_id) references staff (service_id, id) on delete restrict,
  check (status <> 'recorded' or (attendance is not null and held_at is not null)),
  check (planned_at is not null or held_at is not null),
  check (attendance is null or attendance not in ('acceptable-absence', 'unacceptable-absence') or absence_reason is not null)
);
create index contact_child on contact (service_id, child_id, (coalesce(held_at, planned_at)) desc);
create index contact_worker_planned on contact (service_id, worker_id, planned_at) where status = 'planned';
comment on table contact is 'A planned or held contact with the child, a parent or another professional. The service''s diary and its record of work.';
comment on column contact.child_seen is 'Whether the child was seen, and alone.';

create table change_event (
  service_id uuid not null, id uuid not null, child_id uuid not null,
  type text not null, happened_on date not null, known_on date not null, detail text not null, source text not null,
  review_due_on date not null,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  check (known_on >= happened_on)
);
create index change_event_child on change_event (service_id, child_id, happened_on desc);
comment on table change_event is 'Something that happened to the child that asks for a fresh look: a move, missing, exploitation, arrest, school, carer, harm.';

create table review (
  service_id uuid not null, id uuid not null, child_id uuid not null, change_event_id uuid,
  reason text not null check (reason in ('change-event', 'scheduled', 'manager', 'transfer')),
  opened_on date not null, due_on date not null,
  held_on date, held_by uuid, findings text,
  result text check (result in ('levels-changed', 'plan-changed', 'levels-and-plan-changed', 'nothing-changed')), no_change_reason text,
  assessment_id uuid, partners_involved text,
  manager_checked_on date, manager_checked_by uuid, manager_note text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, change_event_id) references change_event (service_id, id) on delete cascade,
  check ((held_on is null) = (result is null)),
  check (result is distinct from 'nothing-changed' or no_change_reason is not null),
  check (manager_checked_by is null or manager_checked_by is distinct from held_by)
);
create index review_child on review (service_id, child_id, due_on);
create index review_open on review (service_id, due_on) where held_on is null;
create index review_unchanged on review (service_id) where result = 'nothing-changed' and manager_checked_on is null;
comment on table review is 'A fresh look at levels and plan. One that changes nothing says why, and the manager sees it.';

create table closure (
  service_id uuid not null, id uuid not null, child_id uuid not null, involvement_id uuid not null,
  status text not null check (status in ('open', 'submitted', 'approved')),
  final_assessment_id uuid, summary text,
  handover text not null default 'not-decided' check (handover in ('accepted', 'declined', 'not-needed', 'not-decided')), handover_to text, handover_on date, handover_reason text,
  child_feedback text, child_feedback_not_known text, parent_feedback text, parent_feedback_not_known text,
  victims_told text not null default 'not-done' check (victims_told in ('done', 'not-wanted', 'no-victim', 'not-done')),
  end_reason text, work_ended_on date,
  opened_on date not null, submitted_on date, submitted_by uuid, approved_on date, approved_by uuid, manager_note text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, involvement_id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, involvement_id) references involvement (service_id, id) on delete cascade,
  check (approved_by is null or approved_by is distinct from submitted_by)
);
create index closure_child on closure (service_id, child_id);
create index closure_waiting on closure (service_id) where status = 'submitted';
comment on table closure is 'The end of a piece of work: what was achieved, who carries on, what the child and parents thought. A manager approves it.';
