-- Of the children whose order ended, those whose offences had a victim.
create function measure_kpi10b(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select person || ' ' || quarter, person, counted, counted and has_victim,
      case when counted then case when has_victim then 'a victim' else 'no victim recorded' end else reasons end, breakdowns
    from (
      select e.person, date_trunc('quarter', e.ends_on)::date as quarter, bool_or(e.out_because is null) as counted,
        bool_or(e.out_because is null and v.person is not null) as has_victim,
        string_agg(distinct e.out_because, '; ' order by e.out_because) as reasons,
        (array_agg(e.breakdowns order by e.out_because is null desc, e.involvement collate "C"))[1] as breakdowns
      from orders_ended(from_day, to_day, definition) e
      left join (
        select distinct l.involvement, f.person from case_victims c
        join case_offences f on f.offence = c.offence
        join case_outcomes o on o.offence = c.offence and outcome_out(false, o.appeal, o.residence) is null
        join case_outcome_involvements l on l.outcome = o.outcome) v on v.involvement = e.involvement
      group by 1, 2) children
  $$;
