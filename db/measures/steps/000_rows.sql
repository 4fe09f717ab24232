-- What a measure returns: one row for each unit that was looked at. `counted` rows make the denominator, where rows do;
-- `hit` rows make the numerator; `reason` says in words why a row is in or out; `breakdowns` has one word for each way in which
-- the figure can be broken down.
create type measure_row as (unit text, person text, counted boolean, hit boolean, reason text, breakdowns jsonb);

-- Age in completed years on a day; null without a date of birth.
create function years_old(born_on date, on_day date) returns integer
  language sql immutable as $$ select extract(year from age(on_day, born_on))::integer $$;

-- The words by which figures about a person are broken down, at the age of a day.
create function person_breakdowns(ethnicity text, sex text, born_on date, on_day date) returns jsonb
  language sql stable as $$
    select jsonb_build_object(
      'ethnicity', coalesce((select e.yjb_group from case_ethnicities e where e.code = ethnicity), 'Information not obtainable'),
      'sex', coalesce(sex, 'unknown'),
      'age', case when years_old(born_on, on_day) <= 14 then '10-14' when years_old(born_on, on_day) <= 17 then '15-17' else 'not known' end)
  $$;

-- The order types of the national return, in the order of their seriousness.
create function order_type_words(order_type integer) returns text
  language sql immutable as $$
    select (array['non-substantive', 'youth-caution', 'youth-conditional-caution', 'referral-order', 'youth-rehabilitation-order', 'custody'])[order_type]
  $$;

-- The 10-17 population of the year before the one in which the financial year of a day starts.
create function population_before(on_day date) returns bigint
  language sql stable as $$
    select sum(population_10_17)::bigint from case_service
    where population_year = extract(year from on_day - interval '3 months') - 1
  $$;

-- What is said of an outcome besides: a blank appeal is none, a blank residence is own.
create function blank_words(appeal text, residence text) returns text
  language sql immutable as $$
    select concat(case when appeal is null then '; appeal blank, taken as none' end,
                  case when residence is null then '; residence blank, taken as own' end)
  $$;

-- Why an outcome of a person counts nowhere; null when nothing is against it.
create function outcome_out(deleted boolean, appeal text, residence text) returns text
  language sql immutable as $$
    select case when deleted then 'the record is deleted'
      when appeal = 'changed' then 'the outcome was changed on appeal'
      when appeal = 'successful' then 'the outcome was set aside on appeal'
      when residence = 'other' then 'the child was resident elsewhere' end
  $$;
