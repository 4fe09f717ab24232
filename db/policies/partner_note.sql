-- The partner's own record, each row in the partner's own class.
call protect_classed_table('partner_note');
