-- When work that somebody sent in came back to them: from then on it is theirs to do.
alter table closure add column returned_on date;
comment on column closure.returned_on is 'The day that a manager sent the closing back, until it is sent in again.';
alter table assessment add column returned_on date;
comment on column assessment.returned_on is 'The day that a manager returned the assessment, until it is sent in again.';
create index contact_worried on contact (service_id, child_id) where safeguarding;
