-- Offences whose day is known, with what was charged of each and when a court first heard it.
select c.number as person, o.id as offence, o.offence_on, h.first_hearing_on, g.ho_code as home_office_code, o.description,
  k.attributes ->> 'yjb_code' as category, r.attributes ->> 'seriousness' as seriousness, case when o.is_knife then 'yes' else 'no' end as knife
from offence o
join child c on c.service_id = o.service_id and c.id = o.child_id
left join reference_code r on r.list = 'offence' and r.code = o.code
left join reference_code k on k.list = 'offence_category' and k.code = r.attributes ->> 'category'
left join (
  select distinct on (g.offence_id) g.offence_id, g.ho_code from charge g where g.service_id = my_service()
  order by g.offence_id, g.charged_on, g.id) g on g.offence_id = o.id
left join (
  select g.offence_id, min(h.listed_on) as first_hearing_on
  from hearing h
  cross join lateral unnest(h.charge_ids) as charged (id)
  join charge g on g.service_id = h.service_id and g.id = charged.id
  where h.service_id = my_service() and h.state in ('held', 'adjourned')
  group by g.offence_id) h on h.offence_id = o.id
where o.service_id = my_service() and c.merged_into is null and o.offence_on is not null
order by c.number, o.offence_on, o.id
