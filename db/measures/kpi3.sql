-- Of the children whose order ended with a special educational or additional learning need, those with a formal plan.
create function measure_kpi3(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select o.involvement, o.person, o.out_because is null and coalesce(n.has_need, false), o.out_because is null and coalesce(n.has_plan, false),
      coalesce(o.out_because, case when n.has_plan then 'a plan' when n.has_need then 'no plan' else 'no need recorded at the end' end || o.blanks), o.breakdowns
    from child_orders_ended(from_day, to_day, definition) o
    left join lateral (
      select true as has_need, bool_or(s.plan is true) as has_plan from case_send s
      where s.person = o.person and s.need and s."from" <= o.ends_on and (s."to" is null or s."to" >= o.ends_on)
      having count(*) > 0) n on true
  $$;
