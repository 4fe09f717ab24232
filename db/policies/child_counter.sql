call guard_table('child_counter');
