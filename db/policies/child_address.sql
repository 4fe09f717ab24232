-- A non-disclosed address is for the child's own workers and managers only.
call protect_child_table('child_address', 'RC1', 'RC1', true,
  '(not non_disclosure or (select may(''address.protected'')) or (child_id in (select my_children()) and (select may_read(''RC1N''))))');
