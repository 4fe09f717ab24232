-- Each kind is made anew, so that one whose file is gone is gone.
do $$
declare
  each record;
begin
  for each in select v.relname from pg_class v where v.relnamespace = 'public'::regnamespace and v.relkind = 'v' and v.relname like 'happened\_%' loop
    execute format('drop view %I', each.relname);
  end loop;
end $$;
