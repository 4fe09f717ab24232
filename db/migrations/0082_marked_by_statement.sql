-- One mark a statement, whatever the number of children: each row of this table is looked at as the transaction ends. What wrote the marks
-- of before goes first, for a later migration may change rows; all duties are worked out anew at the end.
do $$
declare each record;
begin
  for each in select p.oid::regprocedure as f from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proname ~ '^mark_duties_' loop
    execute format('drop function %s cascade', each.f);
  end loop;
end $$;
truncate duty_stale;
alter table duty_stale drop column child_id, add column children uuid[];
comment on column duty_stale.children is 'The children whose record the statement has changed; empty, with none of the whole service, where it is about no child.';
comment on table change_log is 'Every change to every row, before and after, written by the triggers of each table. For an update only the columns that changed are kept.';
