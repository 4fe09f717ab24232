-- Of the victims who agreed to be contacted, those who were told of progress; by the first definition of those who asked.
create function measure_kpi10e(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select * from victims_of_whom(from_day, to_day, definition, 'progress')
  $$;
