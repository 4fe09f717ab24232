call protect_child_table('involvement', 'RC2S', 'RC2');
