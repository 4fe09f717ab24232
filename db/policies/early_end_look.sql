-- What was looked at stays as it was written down; who thinks otherwise later looks again.
call protect_child_table('early_end_look', 'RC2S', 'RC2', false);
