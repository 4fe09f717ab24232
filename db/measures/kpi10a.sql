-- Victims of offences of orders that ended.
create function measure_kpi10a(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select victim, person, true, true, 'a victim', breakdowns from victims_of_orders_ended(from_day, to_day, definition)
  $$;
