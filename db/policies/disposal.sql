call protect_child_table('disposal', 'RC2S', 'RC2');
