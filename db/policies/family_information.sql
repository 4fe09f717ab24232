call protect_child_table('family_information', 'RC12', 'RC12');
