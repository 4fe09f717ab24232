-- Children whose order ended who have a need for mental health or emotional wellbeing.
create function measure_kpi4a(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select * from health_need(from_day, to_day, definition, 'mental-health')
  $$;
