-- Of the victims who agreed to be contacted, those who were.
create function measure_kpi10g(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select * from victims_of_whom(from_day, to_day, definition, 'contacted')
  $$;
