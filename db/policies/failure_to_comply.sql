call protect_child_table('failure_to_comply', 'RC2S', 'RC2');
