call protect_reference_table('time_limit');
