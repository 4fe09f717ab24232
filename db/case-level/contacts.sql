-- What was done with the child and whether they came; the notes stay in the record.
select c.number as person, t.id as contact, t.involvement_id as involvement, t.held_at as at, t.type, t.attendance
from contact t
join child c on c.service_id = t.service_id and c.id = t.child_id
where t.service_id = my_service() and c.merged_into is null and t.status = 'recorded'
order by c.number, t.held_at, t.id
