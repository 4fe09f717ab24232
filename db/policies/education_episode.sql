call protect_child_table('education_episode', 'RC9', 'RC9');
