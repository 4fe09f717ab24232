call protect_child_table('network_person', 'RC1', 'RC1');
