call protect_reference_table('published_area');
