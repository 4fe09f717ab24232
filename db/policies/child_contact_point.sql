call protect_child_table('child_contact_point', 'RC1', 'RC1');
