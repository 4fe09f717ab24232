call protect_child_table('child_identifier', 'RC1', 'RC1');
