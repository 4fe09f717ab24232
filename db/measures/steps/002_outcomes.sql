-- Every outcome with the offence and the person it is of, the age at which it is judged and why it counts nowhere.
create function judged_outcomes()
returns table (outcome text, outcome_on date, tier text, tier_rank integer, offence text, offence_on date, category text, seriousness integer,
  person text, out_because text, appeal_out text, blanks text, age integer, hearing_age integer, has_birth boolean, breakdowns jsonb)
language sql stable as $$
  select o.outcome, o.outcome_on, k.tier, array_position(array['pre-court', 'first-tier', 'community', 'custody'], k.tier),
    f.offence, f.offence_on, f.category, f.seriousness, f.person,
    outcome_out(p.deleted, o.appeal, o.residence), outcome_out(p.deleted, o.appeal, null), blank_words(o.appeal, o.residence),
    years_old(p.date_of_birth, coalesce(f.arrested_on, f.offence_on)), years_old(p.date_of_birth, f.first_hearing_on),
    p.date_of_birth is not null,
    person_breakdowns(p.ethnicity, p.sex, p.date_of_birth, coalesce(f.first_hearing_on, f.arrested_on, f.offence_on))
      || jsonb_build_object('tier', k.tier, 'category', f.category)
  from case_outcomes o
  join case_legal_outcomes k on k.code = o.legal_outcome
  join case_offences f on f.offence = o.offence
  join case_people p on p.person = f.person
$$;

-- Why age keeps an outcome out: 10 to 17 at arrest, else at the offence, and at most 17 at the first hearing.
create function entry_age_out(has_birth boolean, age integer, hearing_age integer) returns text
  language sql immutable as $$
    select case when not has_birth then 'no date of birth'
      when age not between 10 and 17 then 'aged ' || age || ' at arrest or offence'
      when hearing_age > 17 then 'aged ' || hearing_age || ' at the first hearing' end
  $$;
