call protect_child_table('hearing_result', 'RC2S', 'RC2');
