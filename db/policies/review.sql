call protect_child_table('review', 'RC4', 'RC4');
