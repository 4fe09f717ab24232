-- An audit reads children's cases, or the cases of those they harmed: the same draw, readings and settling.
alter table audit_case add column victim_id uuid,
  add foreign key (service_id, victim_id) references victim_involvement (service_id, id) on delete set null (victim_id);
create index audit_case_victim on audit_case (service_id, victim_id) where victim_id is not null;
comment on column audit_case.victim_id is 'The victim whose case is read, by their line on the child''s record, never by name; null where the child''s own case is read.';
-- It gives the victim too from now on.
drop function if exists audit_frame(date, date, text[]);
