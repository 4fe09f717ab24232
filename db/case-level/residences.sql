-- The kind of home at each address. A kind that the national list lacks goes out as the first of its group that it has.
select c.number as person, a.id as residence,
  coalesce(nullif(k.attributes ->> 'yjb_code', ''), (
    select g.attributes ->> 'yjb_code' from reference_code g
    where g.list = 'accommodation_type' and g.attributes ->> 'kpi_group' = k.attributes ->> 'kpi_group' and g.attributes ->> 'yjb_code' <> ''
    order by g.sort limit 1), 'OTHER') as type,
  case a.suitable when 'yes' then 'SUITABLE' when 'no' then 'UNSUITABLE' else 'UNKNOWN' end as suitability,
  a.valid_from as "from", a.valid_to as "to", case when a.non_disclosure then 'not to be disclosed' end as flags
from child_address a
join child c on c.service_id = a.service_id and c.id = a.child_id
left join reference_code k on k.list = 'accommodation_type' and k.code = a.accommodation_type
where a.service_id = my_service() and c.merged_into is null
order by c.number, a.valid_from, a.id
