-- Children whose order ended, and whose education, training or work open on that day was all suitable.
create function measure_kpi2(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select * from suitable_at_end(from_day, to_day, definition, 'education')
  $$;
