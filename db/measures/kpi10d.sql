-- Of the victims who agreed to be contacted, those whose view was sought before the decision.
create function measure_kpi10d(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select * from victims_of_whom(from_day, to_day, definition, 'view')
  $$;
