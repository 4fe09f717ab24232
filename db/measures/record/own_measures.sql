-- Refuses whoever may not read the figures of their service.
create function own_figures_may_be_read() returns void
language plpgsql stable set search_path = measures, public, pg_temp as $$
begin
  if my_service() is null or not may('figures.own') then
    raise exception 'This person may not read the figures of the service' using errcode = '42501';
  end if;
end $$;

-- Every row of the measures asked for, of the service of whoever asks. Definer: a figure is the same for everybody who may read it, so it
-- counts also the children whose record the reader may not open. Who they are only the record itself tells.
create function own_measures(ids text[], from_day date, to_day date, definition text)
returns table (id text, unit text, person text, counted boolean, hit boolean, reason text, breakdowns jsonb)
language plpgsql volatile security definer set search_path = measures, public, pg_temp as $$
begin
  perform own_figures_may_be_read();
  perform bundle_of_record();
  foreach id in array ids loop
    return query execute format('select $1, r.* from %I($2, $3, $4) r', 'measure_' || replace(id, '-', '_'))
      using id, from_day, to_day, definition;
  end loop;
end $$;

-- What the record has and no measure counts, and of how many rows.
create function own_left_out() returns table (what text, rows integer)
language plpgsql stable security definer set search_path = measures, public, pg_temp as $$
begin
  perform own_figures_may_be_read();
  return query select l.what, l.rows from left_out l;
end $$;

-- Residents aged 10 to 17 by which the rates of a period are divided; null where none are recorded.
create function own_population(from_day date) returns bigint
language plpgsql volatile security definer set search_path = measures, public, pg_temp as $$
begin
  perform own_figures_may_be_read();
  perform bundle_of_record();
  return population_before(from_day);
end $$;
