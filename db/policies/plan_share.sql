call protect_child_table('plan_share', 'RC5', 'RC5');
