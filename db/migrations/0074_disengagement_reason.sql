-- Why a child or family stopped taking part, chosen when the work with them ends.
alter table closure add column disengagement_reason text;
comment on column closure.disengagement_reason is 'A code of the list disengagement_reason, asked for where the reason for which the work ended says that the child or family did not take part.';
