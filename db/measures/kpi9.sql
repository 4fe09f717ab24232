-- Offences of serious violence proved in the period, for the population aged 10 to 17.
create function measure_kpi9(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select offence, (array_agg(person))[1], bool_or(out is null), bool_or(out is null),
      case when bool_or(out is null) then 'proved in the period' else string_agg(distinct out, '; ' order by out) end, (array_agg(breakdowns order by out is null desc, outcome collate "C"))[1]
    from (
      select j.*, coalesce(j.out_because, case when not j.has_birth then 'no date of birth'
        when coalesce(j.hearing_age, j.age) not between 10 and 17 then 'aged ' || coalesce(j.hearing_age, j.age) end) as out,
        coalesce(j.category in ('DRUGS', 'ROBBERY', 'VIOLENCE_AGAINST_THE_PERSON') and j.seriousness between 5 and 8, false) as is_serious
      from judged_outcomes() j
      where j.tier_rank is not null and j.outcome_on between from_day and to_day) judged
    where is_serious
    group by offence
  $$;
