-- Custodial sentences in the period, one for a child and day, for the population aged 10 to 17.
create function measure_custody(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select outcome, person, counted and place = 1, counted and place = 1,
      case when not counted then out when place > 1 then 'another sentence of the same day counts' else 'sentenced' || blanks end, breakdowns
    from (
      select j.*, out is null as counted, row_number() over (partition by person, outcome_on, out is null order by outcome collate "C") as place
      from (
        select o.*, coalesce(o.out_because, entry_age_out(o.has_birth, o.age, o.hearing_age)) as out
        from judged_outcomes() o where o.tier = 'custody' and o.outcome_on between from_day and to_day) j) sentences
  $$;
