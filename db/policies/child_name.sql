call protect_child_table('child_name', 'RC1S', 'RC1');
