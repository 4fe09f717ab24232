call protect_child_table('education_week', 'RC9', 'RC9');
