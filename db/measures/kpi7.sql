-- Children whose order ended who were looked after, on a child protection plan, a child in need or on an early help plan on any day of it.
create function measure_kpi7(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select o.involvement, o.person, o.out_because is null, o.out_because is null and c.statuses is not null,
      coalesce(o.out_because, coalesce(c.statuses, 'none of the four statuses recorded') || o.blanks), o.breakdowns
    from child_orders_ended(from_day, to_day, definition) o
    left join lateral (
      select string_agg(distinct s.status, ', ' order by s.status) as statuses from case_care s
      where s.person = o.person and s.status in ('looked-after', 'child-protection-plan', 'child-in-need', 'early-help-plan')
        and s."from" <= o.ends_on and (s."to" is null or s."to" >= o.starts_on)) c on true
  $$;
