drop view if exists due_excuse_asked cascade;
create view due_excuse_asked with (security_invoker = true) as
select c.service_id, c.child_id as child_id, c.involvement_id as involvement_id, c.id as subject_id,
  'excuse-asked' as standard, 'Ask why the appointment was missed, which an order asked for' as what, 'worker' as owed_by, null::uuid as owner_id,
  m.day as started_on, d.due_on as due_on, f.day as done_on, m.stopped_on, 'missed-under-order' as link_kind
from reference_code missed
join contact c on c.attendance = missed.code and c.status = 'recorded'
cross join lateral (
  select min(x.day) as day, case when bool_and(o.ended_on is not null) then max(o.ended_on) end as stopped_on
  from order_contact x join court_order o on o.service_id = x.service_id and o.id = x.order_id
  where x.service_id = c.service_id and x.child_id = c.child_id and x.contact_id = c.id) m
cross join lateral due_day(c.service_id, 'excuse-asked', m.day) d
left join lateral (
  select min(coalesce(f.asked_on, f.decided_on)) as day from failure_to_comply f
  where f.service_id = c.service_id and f.child_id = c.child_id and f.contact_id = c.id) f on true
where missed.list = 'attendance' and missed.attributes ->> 'counts_as_missed' = 'true' and m.day is not null;
comment on view due_excuse_asked is 'By the next working day after an appointment under an order was missed the child is asked why, or it is said that it is not pursued.';
