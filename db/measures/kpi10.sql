-- Of the victims who agreed to be contacted, those who took part in restorative justice.
create function measure_kpi10(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select * from victims_of_whom(from_day, to_day, definition, 'engaged')
  $$;
