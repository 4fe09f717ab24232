-- Every piece of work, under the code of the return where it has one. Whether it was completed is what was said of its outcome, or that
-- its order was; the record asks no more of whether it was a success.
select i.id as involvement, c.number as person, coalesce(nullif(k.attributes ->> 'national_code', ''), i.type) as disposal,
  i.started_on as "from", i.ended_on as "to",
  e.completed, e.completed as successful
from involvement i
join child c on c.service_id = i.service_id and c.id = i.child_id
left join reference_code k on k.list = 'involvement_type' and k.code = i.type
left join lateral (
  select case d.completion when 'completed' then 'yes' else 'no' end as completed from disposal d
  where d.service_id = i.service_id and d.involvement_id = i.id and d.completion is not null
  union all
  select 'yes' from court_order o join court_order_event e on e.service_id = o.service_id and e.order_id = o.id and e.what = 'completed'
  where o.service_id = i.service_id and o.involvement_id = i.id
  limit 1) e on true
where i.service_id = my_service() and c.merged_into is null
order by c.number, i.started_on, i.id
