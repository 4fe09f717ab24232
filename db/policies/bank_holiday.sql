call protect_reference_table('bank_holiday');
