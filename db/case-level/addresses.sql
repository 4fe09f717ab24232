-- Where a child lived. An address that is kept from somebody does not leave the record: its days do.
select c.number as person, case when not a.non_disclosure then a.lines end as address,
  case when not a.non_disclosure then a.postcode end as postcode, a.valid_from as "from", a.valid_to as "to", a.source
from child_address a
join child c on c.service_id = a.service_id and c.id = a.child_id
where a.service_id = my_service() and c.merged_into is null
order by c.number, a.valid_from, a.id
