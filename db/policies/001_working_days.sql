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
-- Its body is the database's to know (atomic), so that it is seen which tables a standard is made of.
create or replace function due_day(service uuid, limit_id text, from_day date) returns table (due_on date) language sql stable parallel safe
begin atomic
  select case coalesce(o.unit, l.unit)
    when 'working days' then w.day
    when 'days' then from_day + coalesce(o.number, l.number)
    when 'weeks' then from_day + 7 * coalesce(o.number, l.number)
    when 'months' then (from_day + make_interval(months => coalesce(o.number, l.number)))::date
  end
  from time_limit l
  left join time_limit_override o on o.service_id = service and o.time_limit_id = l.id and o.stands
  left join calendar_day s on s.day = from_day
  left join calendar_day w on w.is_working and w.ordinal = s.ordinal + coalesce(o.number, l.number)
  where l.id = limit_id;
end;

-- The last day of a time limit that counts back from a day, in working days or days.
create or replace function due_before(service uuid, limit_id text, to_day date) returns table (due_on date) language sql stable parallel safe
begin atomic
  select case coalesce(o.unit, l.unit) when 'working days' then w.day else to_day - coalesce(o.number, l.number) end
  from time_limit l
  left join time_limit_override o on o.service_id = service and o.time_limit_id = l.id and o.stands
  left join calendar_day s on s.day = to_day
  left join calendar_day w on w.is_working and w.ordinal = s.ordinal - coalesce(o.number, l.number) + case when s.is_working then 0 else 1 end
  where l.id = limit_id;
end;

-- The same for one row, for forms and actions.
create or replace function limit_due(service uuid, limit_id text, day date) returns date language sql stable parallel safe as $$
  select due_on from due_day(service, limit_id, day)
$$;

-- The British day of an instant.
create or replace function british_day(at timestamptz) returns date language sql stable parallel safe as $$
  select (at at time zone 'Europe/London')::date
$$;

-- The British clock of an instant, as 14:30.
create or replace function british_clock(at timestamptz) returns text language sql stable parallel safe as $$
  select to_char(at at time zone 'Europe/London', 'HH24:MI')
$$;
