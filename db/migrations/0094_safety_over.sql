-- A need for safety outlasts the line that it stands on: it is over when somebody says so, and why.
alter table victim_involvement add column safety_over_on date, add column safety_over_reason text;
alter table victim_involvement add check ((safety_over_on is null) = (safety_over_reason is null)), add check (safety_over_on is null or safety_need = 'yes');
comment on column victim_involvement.safety_over_on is 'The day from which this person need no longer be kept safe; until then the child''s worker sees the need, on a closed line too.';
comment on column victim_involvement.safety_over_reason is 'Why the need for safety no longer holds; the child''s worker reads it.';
