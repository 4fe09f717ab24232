-- The cohorts of the quarters from one day to another: a child once a quarter, from the earliest outcome or release in it.
create function reoffending_cohort(from_day date, to_day date)
returns table (person text, quarter date, index_on date, breakdowns jsonb)
language sql stable as $$
  with beginnings as (
    select person, outcome_on as index_on from judged_outcomes()
    where tier in ('pre-court', 'first-tier', 'community') and out_because is null
    union all
    select i.person, i.licence_from from case_involvements i
    join case_legal_outcomes k on k.code = i.disposal and k.tier = 'custody'
    join case_people p on p.person = i.person and p.deleted is not true
    where i.licence_from is not null
  )
  select b.person, b.quarter, b.index_on, person_breakdowns(p.ethnicity, p.sex, p.date_of_birth, b.index_on)
  from (select person, date_trunc('quarter', index_on)::date as quarter, min(index_on) as index_on
        from beginnings where index_on between from_day and to_day group by 1, 2) b
  join case_people p on p.person = b.person
$$;

-- What a cohort did again: offences in the twelve months after, proved within eighteen; a breach is none.
create function reoffences(from_day date, to_day date)
returns table (person text, quarter date, offence text, breakdowns jsonb)
language sql stable as $$
  select c.person, c.quarter, f.offence, c.breakdowns
  from reoffending_cohort(from_day, to_day) c
  join case_offences f on f.person = c.person
    and f.offence_on > c.index_on and f.offence_on <= c.index_on + interval '12 months'
  where coalesce(f.category, '') <> all (array['BREACH_OF_STATUTORY_ORDER', 'BREACH_OF_BAIL', 'BREACH_OF_CONDITIONAL_DISCHARGE'])
    and exists (
      select 1 from case_outcomes o join case_legal_outcomes k on k.code = o.legal_outcome
      where o.offence = f.offence and k.tier in ('pre-court', 'first-tier', 'community', 'custody')
        and o.outcome_on <= c.index_on + interval '18 months')
$$;
