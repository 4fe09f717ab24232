-- What was given for each offence out of court, and what a court ordered for it. The first offence of a referral has the main one.
select outcome, offence, outcome_on, main, legal_outcome, appeal, months, hours from case_outcome order by outcome
