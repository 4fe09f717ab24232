call protect_child_table('police_notice', 'RC2S', 'RC2');
