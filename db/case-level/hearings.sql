select c.number as person, h.id as hearing, h.listed_on as heard_on, h.court, r.code as remand
from hearing h
join child c on c.service_id = h.service_id and c.id = h.child_id
left join reference_code r on r.list = 'remand_type' and r.code = h.remand
where h.service_id = my_service() and c.merged_into is null and h.state in ('held', 'adjourned')
order by c.number, h.listed_on, h.id
