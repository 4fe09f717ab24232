call protect_child_table('victim', 'RC11', 'RC11');
