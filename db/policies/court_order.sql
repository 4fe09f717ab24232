call protect_child_table('court_order', 'RC2S', 'RC2');
