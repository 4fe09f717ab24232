call protect_child_table('panel_item', 'RC2S', 'RC2');
