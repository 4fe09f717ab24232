call protect_reference_table('calendar_day');
