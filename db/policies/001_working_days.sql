-- Day counting by the calendar: each is an index look-up on calendar_day, never a walk over days.

-- The n-th working day after a day, the day itself not counted (before it when n is negative).
create or replace function working_days_after(day date, n integer) returns date language sql stable parallel safe as $$
  select case when n = 0 then working_days_after.day else (
    select d.day from calendar_day s
    join calendar_day d on d.is_working and d.ordinal = s.ordinal + n + case when n < 0 and not s.is_working then 1 else 0 end
    where s.day = working_days_after.day) end
$$;

-- The last day of a time limit that began on a day, by the service's own figure where it has one.
-- In a from clause the planner opens this up, so a list of thousands is one join and not thousands of calls.
create or replace function due_day(service uuid, limit_id text, from_day date) returns table (due_on date) language sql stable parallel safe as $$
  select case coalesce(o.unit, l.unit)
    when 'working days' then w.day
    when 'days' then from_day + coalesce(o.number, l.number)
    when 'weeks' then from_day + 7 * coalesce(o.number, l.number)
    when 'months' then (from_day + make_interval(months => coalesce(o.number, l.number)))::date
  end
  from time_limit l
  left join time_limit_override o on o.service_id = service and o.time_limit_id = l.id
  left join calendar_day s on s.day = from_day
  left join calendar_day w on w.is_working and w.ordinal = s.ordinal + coalesce(o.number, l.number)
  where l.id = limit_id
$$;

-- The same for one row, for forms and actions.
create or replace function limit_due(service uuid, limit_id text, day date) returns date language sql stable parallel safe as $$
  select due_on from due_day(service, limit_id, day)
$$;

-- The British day of an instant.
create or replace function british_day(at timestamptz) returns date language sql stable parallel safe as $$
  select (at at time zone 'Europe/London')::date
$$;

-- The day on which a victim was first reached: the day only, for those who may see that there is a victim but not the vault.
create or replace function victim_first_reached(victim_line uuid) returns date language plpgsql stable security definer
  set search_path = public, pg_temp as $$
begin
  return (select min(held_on) from victim_contact
  where service_id = my_service() and victim_involvement_id = victim_line and reached and may('victim.view')
    and (child_id in (select my_children()) or child_id not in (select hidden_children())));
end $$;
revoke all on function victim_first_reached(uuid) from public;
grant execute on function victim_first_reached(uuid) to foothold_staff;

-- Whether a victim is a child, which sets how soon they are told of their rights: that and nothing else of the vault.
create or replace function victim_is_child(victim_line uuid) returns boolean language plpgsql stable security definer
  set search_path = public, pg_temp as $$
begin
  return may_read('RC11') and exists (
    select 1 from victim where service_id = my_service() and victim_involvement_id = victim_line and is_child
      and (child_id in (select my_children()) or child_id not in (select hidden_children())));
end $$;
revoke all on function victim_is_child(uuid) from public;
grant execute on function victim_is_child(uuid) to foothold_staff;
