call protect_child_table('plan', 'RC5', 'RC5');
