-- Those who must be kept safe are few, and found whether or not their line is closed.
create index victim_involvement_kept_safe on victim_involvement (service_id) where safety_need = 'yes' and safety_over_on is null;
