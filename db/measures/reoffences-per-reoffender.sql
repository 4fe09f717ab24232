-- Further offences for each child of the cohort who did one.
create function measure_reoffences_per_reoffender(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select c.person || ' ' || c.quarter, c.person, r.person is not null, false, 'of the cohort, from ' || c.index_on, c.breakdowns
    from reoffending_cohort(from_day, to_day) c
    left join (select distinct person, quarter from reoffences(from_day, to_day)) r using (person, quarter)
    union all
    select r.offence || ' ' || r.quarter, r.person, false, true, 'a further offence', r.breakdowns from reoffences(from_day, to_day) r
  $$;
