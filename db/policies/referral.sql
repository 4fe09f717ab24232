call protect_child_table('referral', 'RC2S', 'RC2');
