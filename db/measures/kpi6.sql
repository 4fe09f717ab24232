-- Children whose out-of-court work ended, and of whom one piece of it at least was completed successfully.
create function measure_kpi6(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select person || ' ' || quarter, person, counted, counted and coalesce(ended_well, false),
      case when counted then case when ended_well then 'completed successfully' else 'not, or not recorded' end else reasons end, breakdowns
    from (
      select person, date_trunc('quarter', ends_on)::date as quarter, bool_or(e.out_because is null) as counted,
        bool_or(i.successful) filter (where e.out_because is null) as ended_well,
        string_agg(distinct e.out_because, '; ' order by e.out_because) as reasons,
        (array_agg(e.breakdowns order by e.out_because is null desc, e.involvement collate "C"))[1] as breakdowns
      from orders_ended(from_day, to_day, definition) e
      join case_involvements i using (involvement, person)
      where coalesce(e.order_type, 1) <= 3
      group by 1, 2) children
  $$;
