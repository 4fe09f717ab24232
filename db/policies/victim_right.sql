call protect_child_table('victim_right', 'RC11', 'RC11');
