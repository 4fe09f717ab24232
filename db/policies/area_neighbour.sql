call protect_reference_table('area_neighbour');
