drop view if exists due_board_seat_filled cascade;
create view due_board_seat_filled with (security_invoker = true) as
select s.service_id, null::uuid as child_id, null::uuid as involvement_id, s.id as subject_id,
  'board-seat' as standard, 'The board’s education seat is vacant: see that it is filled, and say who holds it' as what, 'head' as owed_by, null::uuid as owner_id,
  s.vacant_since as started_on, d.due_on as due_on, s.filled_on as done_on, null::date as stopped_on, 'board-seat' as link_kind
from board_seat s
cross join lateral due_day(s.service_id, 'board-seat', s.vacant_since) d
where s.vacant_since is not null;
comment on view due_board_seat_filled is 'A seat of the board that nobody holds is filled; no child’s education can be put to an empty one.';
