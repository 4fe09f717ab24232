-- What each result of a court leads to, and when the record says the same: an order that is made or revoked, a charge that ended, a
-- finding. A result of no such kind leads nowhere. The page of a hearing, the charge and the duty read this one answer.
drop view if exists result_follows cascade;
create view result_follows with (security_invoker = true) as
select r.service_id, r.child_id, r.id as result_id, r.hearing_id, r.charge_id, r.order_id, h.listed_on, t.attributes ->> 'leads' as leads,
  t.attributes ->> 'order' as order_kind,
  case t.attributes ->> 'leads'
    when 'order' then (select min(british_day(o.created_at)) from court_order o
      where o.service_id = r.service_id and o.child_id = r.child_id and o.made_on = h.listed_on
        and (t.attributes ->> 'order' = '' or o.kind = t.attributes ->> 'order'))
    when 'revoked' then (select min(british_day(e.created_at)) from court_order_event e
      where e.service_id = r.service_id and e.order_id = r.order_id and e.what = 'revoked')
    when 'not-guilty' then (select c.found_on from charge c where c.service_id = r.service_id and c.id = r.charge_id and c.finding = 'not-guilty')
    else (select c.standing_on from charge c where c.service_id = r.service_id and c.id = r.charge_id and c.standing = t.attributes ->> 'leads')
  end as followed_on
from hearing_result r
join hearing h on h.service_id = r.service_id and h.id = r.hearing_id
join reference_code t on t.list = 'court_result' and t.code = r.code
where t.attributes ->> 'leads' <> ''
  and case when t.attributes ->> 'leads' = 'order' then true when t.attributes ->> 'leads' = 'revoked' then r.order_id is not null else r.charge_id is not null end;
comment on view result_follows is 'What each result of a court leads to, and the day on which the record says the same.';
grant select on result_follows to foothold_staff;
