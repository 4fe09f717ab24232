-- Contacts that count for an order that can be enforced: on its days, and for its work or for none that is named.
drop view if exists order_contact cascade;
create view order_contact with (security_invoker = true) as
select o.service_id, o.child_id, o.id as order_id, c.id as contact_id, british_day(coalesce(c.held_at, c.planned_at)) as day
from reference_code k
join court_order o on o.kind = any (string_to_array(k.attributes ->> 'orders', ' '))
join contact c on c.service_id = o.service_id and c.child_id = o.child_id
  and (c.involvement_id is null or o.involvement_id is null or c.involvement_id = o.involvement_id)
where k.list = 'enforcement_rule'
  and british_day(coalesce(c.held_at, c.planned_at)) between coalesce(o.first_day, o.made_on) and coalesce(o.ended_on, o.last_day, 'infinity');
comment on view order_contact is 'Contacts under each order that can be enforced, by their day.';
grant select on order_contact to foothold_staff;
