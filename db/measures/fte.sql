-- Children with their first caution or conviction in the period, for the population aged 10 to 17.
create function measure_fte(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select outcome, person, counted, counted,
      case when counted then 'first entry' || blanks when out is null and not is_first then 'another outcome was the first' else out_words end, breakdowns
    from (
      select f.*, f.out is null and f.is_first and f.out_because is null as counted
      from (
        select j.outcome, j.person, j.outcome_on, j.blanks, j.breakdowns, j.out_because,
          coalesce(j.appeal_out, entry_age_out(j.has_birth, j.age, j.hearing_age), j.out_because) as out_words,
          coalesce(j.appeal_out, entry_age_out(j.has_birth, j.age, j.hearing_age)) as out,
          row_number() over (
            partition by j.person, coalesce(j.appeal_out, entry_age_out(j.has_birth, j.age, j.hearing_age)) is null
            order by j.outcome_on, j.tier_rank desc, j.outcome collate "C") = 1 as is_first
        from judged_outcomes() j where j.tier_rank is not null) f
      where f.outcome_on between from_day and to_day) entries
  $$;
