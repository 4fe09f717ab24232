-- Some children have no parent or carer to meet, such as one who lives alone at 17: said once, with the reason, it answers every
-- step that asks whether a parent was met.
alter table referral add column no_parent_reason text, add column no_parent_on date,
  add constraint referral_no_parent check ((no_parent_reason is null) = (no_parent_on is null));
comment on column referral.no_parent_reason is 'Why there is no parent or carer to meet in this work; null when there is one.';
comment on column referral.no_parent_on is 'The day that it was said.';
