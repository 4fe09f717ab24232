-- Special educational needs as each source told them; whoever did not answer has no row.
select c.number as person, case when k.attributes ->> 'has_need' = 'true' then 'yes' else 'no' end as need,
  t.recorded_on as identified_on, case when k.attributes ->> 'has_plan' = 'true' then 'yes' else 'no' end as plan, k.label as plan_kind,
  t.recorded_on as "from", t.ended_on as "to"
from characteristic t
join child c on c.service_id = t.service_id and c.id = t.child_id
join reference_code k on k.list = 'send_status' and k.code = t.code
where t.service_id = my_service() and c.merged_into is null and t.kind = 'send'
order by c.number, t.recorded_on, t.id
