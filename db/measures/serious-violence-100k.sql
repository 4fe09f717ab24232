-- Offences of serious violence proved in the period, on the other base.
create function measure_serious_violence_100k(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select * from measure_kpi9(from_day, to_day, definition)
  $$;
