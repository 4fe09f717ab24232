-- Of the children with a need for substance use, those who had help already when the order began.
create function measure_kpi5b(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select * from health_attending(from_day, to_day, definition, 'substance')
  $$;
