-- Children whose order ended, and whose homes open on that day were all suitable.
create function measure_kpi1(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select * from suitable_at_end(from_day, to_day, definition, 'home')
  $$;
