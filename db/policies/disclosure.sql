-- Whoever may write who the child is says what was given of it, and nobody changes what was said.
call protect_child_table('disclosure', 'RC1', 'RC1', false);
