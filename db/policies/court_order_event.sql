-- What came of an order is added and stays as it was told.
call protect_child_table('court_order_event', 'RC2S', 'RC2', false);
