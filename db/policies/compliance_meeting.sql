-- What was said at a meeting stays as it was written down.
call protect_child_table('compliance_meeting', 'RC2S', 'RC2', false);
