call protect_classed_table('characteristic');
