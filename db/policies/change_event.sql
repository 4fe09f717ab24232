call protect_child_table('change_event', 'RC13', 'RC13');
