-- Pieces of out-of-court work that ended, and those that were completed.
create function measure_kpi6a(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select e.involvement, e.person, e.out_because is null, e.out_because is null and i.completed is true,
      coalesce(e.out_because, case when i.completed then 'completed' else 'not completed, or not recorded' end || e.blanks), e.breakdowns
    from orders_ended(from_day, to_day, definition) e
    join case_involvements i using (involvement, person)
    where coalesce(e.order_type, 1) <= 3
  $$;
