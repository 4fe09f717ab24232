select o.outcome, o.involvement_id as involvement from case_outcome o where o.involvement_id is not null order by o.outcome
