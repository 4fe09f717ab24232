call protect_child_table('care_episode', 'RC10S', 'RC10');
