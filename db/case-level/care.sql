-- Care and support of the statuses that the return knows.
select c.number as person, k.attributes ->> 'case_level_status' as status, e.valid_from as "from", e.valid_to as "to"
from care_episode e
join child c on c.service_id = e.service_id and c.id = e.child_id
join reference_code k on k.list = 'care_status' and k.code = e.status
where e.service_id = my_service() and c.merged_into is null and k.attributes ->> 'case_level_status' <> ''
order by c.number, e.valid_from, e.id
