-- Of the five sectors that sit on the board by law, those of which a senior person came.
create function measure_kpi8(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select s.sector, null::text, true, coalesce(b.came, false),
      case when b.came then 'a senior person came' else 'none recorded' end, jsonb_build_object('sector', s.sector)
    from unnest(array['social-care', 'education', 'police', 'probation', 'health']) as s (sector)
    left join lateral (
      select bool_or(a.attended and a.senior) as came from case_board_attendance a
      where a.sector = s.sector and a.meeting_on between from_day and to_day) b on true
  $$;
