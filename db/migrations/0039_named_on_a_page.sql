alter table access_log drop constraint access_log_kind_check;
alter table access_log add constraint access_log_kind_check
  check (kind in ('view', 'change', 'search', 'export', 'print', 'denied', 'purpose', 'named'));
create unique index access_log_named on access_log (service_id, staff_id, child_id, page, ((at at time zone 'UTC')::date)) where kind = 'named';
comment on column access_log.kind is 'named: a page about no one child, or about another, gave the child''s name with a way to the record; once a day for each reader and page.';
