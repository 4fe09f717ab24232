select c.number as person, e.id as education, k.attributes ->> 'yjb_code' as type, e.provider, e.hours_offered, e.hours_attended,
  case e.suitable when 'yes' then 'SUITABLE' when 'no' then 'UNSUITABLE' else 'UNKNOWN' end as suitability,
  e.valid_from as "from", e.valid_to as "to"
from education_episode e
join child c on c.service_id = e.service_id and c.id = e.child_id
join reference_code k on k.list = 'education_type' and k.code = e.provision
where e.service_id = my_service() and c.merged_into is null
order by c.number, e.valid_from, e.id
