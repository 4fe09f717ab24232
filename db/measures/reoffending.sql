-- Of the children cautioned, sentenced in the community or released in a quarter, those who did a further offence.
create function measure_reoffending(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select c.person || ' ' || c.quarter, c.person, true, r.person is not null,
      case when r.person is null then 'no further offence proved' else 'a further offence proved' end || ', from ' || c.index_on, c.breakdowns
    from reoffending_cohort(from_day, to_day) c
    left join (select distinct person, quarter from reoffences(from_day, to_day)) r using (person, quarter)
  $$;
