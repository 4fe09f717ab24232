-- One mark a statement, whatever the number of children: each row of this table is looked at as the transaction ends.
truncate duty_stale;
alter table duty_stale drop column child_id, add column children uuid[];
comment on column duty_stale.children is 'The children whose record the statement has changed; empty, with none of the whole service, where it is about no child.';
