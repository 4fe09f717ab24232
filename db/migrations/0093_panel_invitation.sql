-- Who is asked to the meeting of a panel about one child: the child, parents or carers, a person harmed.
create table panel_invitation (
  service_id uuid not null, id uuid not null, child_id uuid not null, panel_item_id uuid not null,
  who text not null check (who in ('child', 'parent', 'victim', 'other')), name text, victim_involvement_id uuid,
  told_on date not null, how text not null check (how <> ''),
  came text check (came in ('came', 'apologies', 'did-not-come')), note text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, panel_item_id) references panel_item (service_id, id) on delete cascade,
  foreign key (service_id, victim_involvement_id) references victim_involvement (service_id, id) on delete cascade,
  check ((who = 'victim') = (victim_involvement_id is not null)),
  check (who <> 'victim' or name is null)
);
create index panel_invitation_child on panel_invitation (service_id, child_id);
create index panel_invitation_item on panel_invitation (service_id, panel_item_id);
create index panel_invitation_victim on panel_invitation (service_id, victim_involvement_id) where victim_involvement_id is not null;
comment on table panel_invitation is 'Who is asked to a panel''s meeting about one child beside its members, how they were told, and whether they came.';
comment on column panel_invitation.victim_involvement_id is 'A person harmed, by their line on the child''s record and never by name; asked through the victim worker, and only where they said what they want.';
comment on column panel_invitation.how is 'How they were told: by a letter, a visit, the victim worker.';
