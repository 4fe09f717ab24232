-- The pieces of work that ended from one day to another, each with the order it is counted as, or why it is not counted.
-- The order is that of the most serious outcome linked that stands; custody begins with the outcome and ends with the licence
-- or the move to adult services, whichever is first. Age is judged at the start of the work, and by the newer definition for
-- custody on the day of the outcome.
create function orders_ended(from_day date, to_day date, definition text)
returns table (involvement text, person text, order_type integer, starts_on date, ends_on date, outcome_on date, out_because text, blanks text, breakdowns jsonb)
language sql stable as $$
  with linked as (
    select l.involvement, o.outcome, o.outcome_on, k.order_type, o.appeal, o.residence,
      outcome_out(false, o.appeal, o.residence) as out_because
    from case_outcome_involvements l
    join case_outcomes o on o.outcome = l.outcome
    join case_legal_outcomes k on k.code = o.legal_outcome
  ), deciding as (
    select distinct on (involvement) * from linked
    order by involvement, (out_because is null and order_type is not null) desc, (out_because is null) desc,
      order_type desc nulls last, outcome_on desc, outcome collate "C" desc
  ), dated as (
    select i.involvement, i.person, d.outcome, d.outcome_on, d.out_because, d.order_type, k.order_type as disposal_type,
      blank_words(d.appeal, d.residence) as blanks,
      case when coalesce(d.order_type, k.order_type) = 6 then coalesce(d.outcome_on, i."from") else i."from" end as starts_on,
      case when coalesce(d.order_type, k.order_type) = 6 then coalesce(least(i.licence_to, i.to_adult_services_on), i."to") else i."to" end as ends_on,
      case when d.order_type = 6 and definition = 'newer' then d.outcome_on else i."from" end as age_on
    from case_involvements i
    left join deciding d on d.involvement = i.involvement
    left join case_legal_outcomes k on k.code = i.disposal
  )
  select t.involvement, t.person, t.order_type, t.starts_on, t.ends_on, t.outcome_on,
    case when p.deleted then 'the record is deleted'
      when t.disposal_type is null then 'this kind of work is not counted'
      when t.outcome is null then 'no outcome is linked'
      when t.out_because is not null then t.out_because
      when t.order_type is null then 'this outcome is not counted'
      when p.date_of_birth is null then 'no date of birth'
      when years_old(p.date_of_birth, t.age_on) not between 10 and 17 then 'aged ' || years_old(p.date_of_birth, t.age_on) || ' at the start'
    end,
    t.blanks,
    person_breakdowns(p.ethnicity, p.sex, p.date_of_birth, t.age_on) || jsonb_build_object('order', coalesce(order_type_words(t.order_type), 'none'))
  from dated t
  join case_people p on p.person = t.person
  where t.ends_on between from_day and to_day
$$;

-- The same with one order for a child and quarter: the most serious, then the latest outcome, then the larger id.
create function child_orders_ended(from_day date, to_day date, definition text)
returns table (involvement text, person text, order_type integer, starts_on date, ends_on date, out_because text, blanks text, breakdowns jsonb)
language sql stable as $$
  select involvement, person, order_type, starts_on, ends_on,
    case when out_because is null and place > 1 then 'another order of this child that ended in the quarter counts' else out_because end,
    blanks, breakdowns
  from (
    select o.*, row_number() over (
      partition by person, date_trunc('quarter', ends_on), out_because is null
      order by order_type desc, outcome_on desc, involvement collate "C" desc) as place
    from orders_ended(from_day, to_day, definition) o) ranked
$$;
