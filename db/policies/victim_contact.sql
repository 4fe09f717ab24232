call protect_child_table('victim_contact', 'RC11', 'RC11', false);
