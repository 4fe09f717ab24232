call protect_child_table('offence', 'RC2S', 'RC2');
