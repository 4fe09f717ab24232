alter table access_notice drop constraint access_notice_kind_check;
alter table access_notice add constraint access_notice_kind_check check (kind in ('sign-in-reset', 'named-self', 'same-child'));
alter table access_notice add column other_number text;
comment on column access_notice.other_number is 'The number of a record just made that has the name and date of birth of the sealed one.';
