call protect_child_table('contact', 'RC3', 'RC3');
