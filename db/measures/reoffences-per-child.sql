-- Further offences for each child of the cohort.
create function measure_reoffences_per_child(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select c.person || ' ' || c.quarter, c.person, true, false, 'of the cohort, from ' || c.index_on, c.breakdowns
    from reoffending_cohort(from_day, to_day) c
    union all
    select r.offence || ' ' || r.quarter, r.person, false, true, 'a further offence', r.breakdowns from reoffences(from_day, to_day) r
  $$;
