call protect_reference_table('assessment_template');
