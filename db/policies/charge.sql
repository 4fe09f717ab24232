call protect_child_table('charge', 'RC2S', 'RC2');
