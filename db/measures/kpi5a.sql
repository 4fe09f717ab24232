-- Children whose order ended who have a need for substance use.
create function measure_kpi5a(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select * from health_need(from_day, to_day, definition, 'substance')
  $$;
