-- Of the children with an offence proved in the period, those with one of serious violence.
create function measure_kpi9b(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select person, person, bool_or(counted), bool_or(hit),
      case when bool_or(hit) then 'an offence of serious violence' when bool_or(counted) then 'other offences' else string_agg(distinct reason, '; ' order by reason) end,
      (array_agg(breakdowns order by counted desc, unit collate "C"))[1]
    from measure_kpi9a(from_day, to_day, definition) group by person
  $$;
