-- Of the children with a need for mental health or emotional wellbeing, those who had help already when the order began.
create function measure_kpi4b(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select * from health_attending(from_day, to_day, definition, 'mental-health')
  $$;
