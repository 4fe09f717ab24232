-- Children with a need for substance use who were offered help during the order or had it already; by the first definition the children with such a need.
create function measure_kpi5(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select * from health_offered(from_day, to_day, definition, 'substance')
  $$;
