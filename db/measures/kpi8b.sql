-- Of the five sectors that sit on the board by law, those of which somebody came to whom the seat was delegated.
create function measure_kpi8b(from_day date, to_day date, definition text) returns setof measure_row
  language sql stable as $$
    select s.sector, null::text, true, coalesce(b.came, false),
      case when b.came then 'a delegate came' else 'none recorded' end, jsonb_build_object('sector', s.sector)
    from unnest(array['social-care', 'education', 'police', 'probation', 'health']) as s (sector)
    left join lateral (
      select bool_or(a.attended and a.delegated) as came from case_board_attendance a
      where a.sector = s.sector and a.meeting_on between from_day and to_day) b on true
  $$;
