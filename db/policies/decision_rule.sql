call protect_reference_table('decision_rule');
