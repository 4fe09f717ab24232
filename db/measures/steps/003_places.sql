-- A child's homes or education at the end of the order: suitable when at least one is open and every one is.
create function suitable_at_end(from_day date, to_day date, definition text, what text) returns setof measure_row
language sql stable as $$
  select o.involvement, o.person, o.out_because is null, o.out_because is null and coalesce(s.suitable, false),
    coalesce(o.out_because, case when s.suitable then 'suitable' when s.suitable is null then 'nothing recorded' else 'not all suitable' end || o.blanks),
    o.breakdowns
  from child_orders_ended(from_day, to_day, definition) o
  left join lateral (
    select bool_and(r.suitability = 'SUITABLE') as suitable from (
      select person, "from", "to", suitability from case_residences where what = 'home'
      union all
      select person, "from", "to", suitability from case_education where what = 'education') r
    where r.person = o.person and r."from" <= o.ends_on and (r."to" is null or r."to" >= o.ends_on)) s on true
$$;
