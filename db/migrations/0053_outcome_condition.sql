-- Each condition of an outcome on its own, so that the plan answers it and somebody says whether it was kept.
create table outcome_condition (
  service_id uuid not null, id uuid not null, child_id uuid not null, disposal_id uuid not null,
  position integer not null, text text not null check (text <> ''), due_on date,
  standing text not null default 'open' check (standing in ('open', 'kept', 'not-kept', 'lifted')),
  standing_on date, standing_note text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, disposal_id) references disposal (service_id, id) on delete cascade,
  check ((standing = 'open') = (standing_on is null)),
  check (standing in ('open', 'kept') or standing_note is not null)
);
create index outcome_condition_child on outcome_condition (service_id, child_id);
create index outcome_condition_disposal on outcome_condition (service_id, disposal_id);
comment on table outcome_condition is 'One thing that an outcome asks of the child: a line of what was given. The plan answers it, and it is said whether it was kept.';
comment on column outcome_condition.due_on is 'The day by which it is to be kept; where nothing else is said, the day by which the outcome is to be finished.';
comment on column outcome_condition.standing is 'lifted: whoever gave the outcome took the condition off it.';
insert into outcome_condition (service_id, id, child_id, disposal_id, position, text, due_on, created_by)
  select d.service_id, gen_random_uuid(), d.child_id, d.id, l.place, btrim(l.words), d.due_by, d.created_by
  from disposal d cross join lateral regexp_split_to_table(d.conditions, E'\r?\n') with ordinality as l (words, place)
  where d.given_on is not null and btrim(l.words) <> '';
alter table plan_line add condition_id uuid,
  add foreign key (service_id, condition_id) references outcome_condition (service_id, id) on delete set null (condition_id);
create index plan_line_condition on plan_line (service_id, condition_id) where condition_id is not null;
comment on column plan_line.condition_id is 'The condition of an outcome that this line answers, if it answers one.';
