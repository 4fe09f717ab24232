call protect_child_table('court_order_requirement', 'RC2S', 'RC2');
