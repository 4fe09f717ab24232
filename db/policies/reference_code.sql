call protect_reference_table('reference_code');
