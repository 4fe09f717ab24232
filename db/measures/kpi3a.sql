-- Children whose order ended who have a special educational or additional learning need.
create function measure_kpi3a(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select o.involvement, o.person, o.out_because is null, o.out_because is null and coalesce(n.has_need, false),
      coalesce(o.out_because, case when n.has_need then 'a need' else 'no need recorded at the end' end || o.blanks), o.breakdowns
    from child_orders_ended(from_day, to_day, definition) o
    left join lateral (
      select true as has_need, bool_or(s.plan is true) as has_plan from case_send s
      where s.person = o.person and s.need and s."from" <= o.ends_on and (s."to" is null or s."to" >= o.ends_on)
      having count(*) > 0) n on true
  $$;
