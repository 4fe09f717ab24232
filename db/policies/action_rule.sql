call protect_reference_table('action_rule');
