call protect_child_table('order_warning', 'RC2S', 'RC2');
