-- What is typed is kept a form at a time, every field of it, and a form that was saved is known when it comes again.

-- A draft's key was a name that each page made up; it is the form's own address now. What was kept so far stays under its old key.
alter table draft add column typed jsonb not null default '{}';
comment on column draft.form_key is 'The address that the form is sent to; where a page has several for one address, with a mark of which.';
comment on column draft.typed is 'Every field of the form as it stood when it was last kept, by name: a text, or several. Never a password or a file.';
update draft set form_key = form_key || ':' || field, typed = jsonb_build_object('kept', value) where form_key like 'assessment-%-merge';
insert into draft (service_id, staff_id, form_key, field, value, typed, saved_at)
  select service_id, staff_id, form_key, '', '', jsonb_object_agg(field, value), max(saved_at)
  from draft where typed = '{}' group by service_id, staff_id, form_key;
delete from draft where typed = '{}';
alter table draft drop constraint draft_pkey;
alter table draft drop column field, drop column value;
alter table draft add primary key (service_id, staff_id, form_key);
comment on table draft is 'What someone has typed into a form and not yet saved. Seen by its writer alone; goes when the form is saved.';

create table sent_form (
  service_id uuid not null references service (id) on delete cascade,
  staff_id uuid not null references staff (id) on delete cascade,
  token text not null,
  path text not null,
  digest text not null,
  holds_off boolean not null,
  sent_at timestamptz not null,
  led_to text,
  primary key (service_id, staff_id, token)
);
-- Two equal forms at one moment: the second waits here until the first is saved or refused.
create unique index sent_form_equal on sent_form (service_id, staff_id, path, digest) where holds_off;
create index sent_form_age on sent_form (service_id, staff_id, sent_at);
comment on table sent_form is 'A form that was saved, so that the same one sent again makes nothing twice. Its sender''s own; goes after thirty days.';
comment on column sent_form.token is 'The mark that the form carried when it was drawn; each drawing of a form has its own.';
comment on column sent_form.digest is 'A hash of what the form held, files by their content.';
comment on column sent_form.holds_off is 'Whether an equal form from another drawing is held off: true for what was typed, for twelve hours.';
comment on column sent_form.led_to is 'The page that its sender was led to.';
