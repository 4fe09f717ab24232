select c.number as person, a.id as assessment, a.template_id as tool, a.signed_on,
  a.likelihood_level as likelihood, a.safety_level as safety, a.harm_level as harm
from assessment a
join child c on c.service_id = a.service_id and c.id = a.child_id
where a.service_id = my_service() and c.merged_into is null and a.signed_on is not null
order by c.number, a.signed_on, a.id
