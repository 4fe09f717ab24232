call protect_child_table('closure', 'RC5', 'RC5');
