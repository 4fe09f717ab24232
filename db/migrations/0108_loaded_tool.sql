-- A service may load an assessment tool that it has the right to use, beside those that come with Foothold.
alter table assessment_template
  add column service_id uuid references service (id) on delete cascade,
  add column tool text,
  add column created_at timestamptz not null default now(),
  add column created_by uuid,
  add column activated_by uuid,
  alter column valid_from drop not null;
update assessment_template set tool = id;
alter table assessment_template
  alter column tool set not null,
  add foreign key (service_id, created_by) references staff (service_id, id) on delete no action,
  add foreign key (service_id, activated_by) references staff (service_id, id) on delete no action,
  add check (service_id is not null or valid_from is not null),
  add check (valid_to is null or valid_to >= valid_from);
create unique index assessment_template_once on assessment_template (service_id, tool, version) where service_id is not null;
comment on column assessment_template.service_id is 'Whose own it is; null for what comes with Foothold and is every service''s.';
comment on column assessment_template.tool is 'Which tool it is a version of, as its file says. The id is that too, and names the service where a service loaded it: two services may load tools of one name.';
comment on column assessment_template.valid_from is 'From which day new assessments are begun with it; null while it is loaded and not in use. An assessment keeps the version that it was begun with.';
comment on column assessment_template.activated_by is 'Who said from which day it is used.';
