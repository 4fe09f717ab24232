call protect_reference_table('standard');
