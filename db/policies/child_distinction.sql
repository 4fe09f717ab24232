call protect_child_table('child_distinction', 'RC1S', 'RC1', false);
