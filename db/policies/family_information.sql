-- What a parent told about themselves: whoever works with children reads it of those they work with, and of no others. Managers, who
-- answer for all of the service's children, read it as they read the rest.
call protect_child_table('family_information', 'RC12', 'RC12', true,
  '(not (select may_write_related(''RC12'')) or child_id in (select m from my_children() m))');
