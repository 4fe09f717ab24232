call protect_child_table('warning', 'RC1S', 'RC1');
