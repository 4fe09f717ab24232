call protect_child_table('assessment_version', 'RC4', 'RC4', false);
