-- A child's need of one kind of help, as it was known when the order ended, whether they had it already and whether it was offered.
create function health_at_end(from_day date, to_day date, definition text, help_kind text)
returns table (involvement text, person text, out_because text, blanks text, breakdowns jsonb, has_need boolean, is_attending boolean, is_offered boolean)
language sql stable as $$
  select o.involvement, o.person, o.out_because, o.blanks, o.breakdowns,
    coalesce(h.has_need or h.is_attending, false), coalesce(h.is_attending, false), coalesce(h.is_offered or h.is_attending, false)
  from child_orders_ended(from_day, to_day, definition) o
  left join lateral (
    select bool_or(e.has_need) as has_need, bool_or(e.is_attending) as is_attending,
      bool_or((e.has_need or e.is_attending) and e.offered_on between o.starts_on and o.ends_on
        and e.offered is not null and e.offered <> 'NO_INTERVENTION') as is_offered
    from (
      select c.offered_on, c.offered, coalesce(c.need_on <= o.ends_on, false) as has_need,
        coalesce(c.already_from <= o.starts_on and (c.already_to is null or c.already_to >= o.starts_on), false) as is_attending
      from case_health c where c.person = o.person and c.kind = help_kind) e) h on true
$$;

-- Children with a need among those whose order ended.
create function health_need(from_day date, to_day date, definition text, help_kind text) returns setof measure_row
language sql stable as $$
  select involvement, person, out_because is null, out_because is null and has_need,
    coalesce(out_because, case when has_need then 'a need' else 'no need recorded by the end' end || blanks), breakdowns
  from health_at_end(from_day, to_day, definition, help_kind)
$$;

-- Of the children with a need, those who had help already when the order began.
create function health_attending(from_day date, to_day date, definition text, help_kind text) returns setof measure_row
language sql stable as $$
  select involvement, person, out_because is null and has_need, out_because is null and is_attending,
    coalesce(out_because, case when is_attending then 'attending at the start' when has_need then 'not attending at the start'
      else 'no need recorded by the end' end || blanks), breakdowns
  from health_at_end(from_day, to_day, definition, help_kind)
$$;

-- Of the children with a need, those who were offered help during the order or had it already; by the first definition the need itself.
create function health_offered(from_day date, to_day date, definition text, help_kind text) returns setof measure_row
language sql stable as $$
  select involvement, person, out_because is null and has_need, out_because is null and has_need and is_offered,
    coalesce(out_because, case when is_attending then 'attending at the start' when has_need and is_offered then 'offered during the order'
      when has_need then 'not offered during the order' else 'no need recorded by the end' end || blanks), breakdowns
  from health_at_end(from_day, to_day, 'newer', help_kind) where definition = 'newer'
  union all
  select * from health_need(from_day, to_day, definition, help_kind) where definition = 'first'
$$;
