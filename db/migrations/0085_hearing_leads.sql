-- A hearing that goes on without a day leaves a step too: finding it out.
alter table work_step drop constraint work_step_about_table_check,
  add constraint work_step_about_table_check check (about_table in ('referral', 'disposal', 'police_notice', 'hearing'));

-- How long a case takes is told from the arrest too.
alter table charge add arrested_on date;
comment on column charge.arrested_on is 'The day on which the child was arrested, or interviewed, for it; null while it is not known.';
