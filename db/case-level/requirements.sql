select o.outcome, r.kind as requirement, r.amount, nullif(k.attributes ->> 'unit', '') as unit
from court_order_requirement r
join case_outcome o on o.of_id = r.order_id
left join reference_code k on k.list = 'order_requirement' and k.code = r.kind
where r.service_id = my_service()
order by o.outcome, r.from_on, r.id
