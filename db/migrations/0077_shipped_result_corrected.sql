-- A result that comes with Foothold is corrected as one that was added is: the first is kept, with the reason.
alter table inspection_result add column corrects_shipped text check (corrects_shipped <> '' and length(corrects_shipped) <= 300);
alter table inspection_result add unique (service_id, corrects_shipped);
do $$
declare old text;
begin
  select conname into strict old from pg_constraint
  where conrelid = 'inspection_result'::regclass and contype = 'c' and pg_get_constraintdef(oid) ilike '%corrects IS NULL%reason IS NULL%';
  execute format('alter table inspection_result drop constraint %I', old);
end $$;
alter table inspection_result add constraint inspection_result_corrected_for_a_reason
  check ((num_nonnulls(corrects, corrects_shipped) = 0) = (reason is null) and num_nonnulls(corrects, corrects_shipped) <= 1);
comment on column inspection_result.corrects_shipped is 'The result of those that ship, by its address, of which this row takes the place; what ships is kept.';
