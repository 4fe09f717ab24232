-- How long the record of each child with whom nobody works is kept: until the service's limit after the last work ended, or the
-- last referral came, and longer where somebody decided so.
drop view if exists record_time cascade;
create view record_time with (security_invoker = true) as
select c.service_id, c.id as child_id, c.number, l.ended_on, d.due_on, greatest(d.due_on, h.keep_until) as kept_until
from child c
cross join lateral (
  select coalesce(greatest(
    (select max(i.ended_on) from involvement i where i.service_id = c.service_id and i.child_id = c.id),
    (select max(r.received_on) from referral r where r.service_id = c.service_id and r.child_id = c.id)), british_day(c.created_at)) as ended_on) l
cross join lateral due_day(c.service_id, 'record-retention', l.ended_on) d
left join lateral (select max(k.keep_until) as keep_until from record_hold k where k.service_id = c.service_id and k.child_id = c.id) h on true
where c.merged_into is null
  and not exists (select 1 from involvement i where i.service_id = c.service_id and i.child_id = c.id and i.ended_on is null)
  and not exists (select 1 from relationship r where r.service_id = c.service_id and r.child_id = c.id and r.kind = 'allocated' and r.ends_at is null);
comment on view record_time is 'Records that nobody works with: when work ended, when the time for keeping them is over, and until when they are kept.';
grant select on record_time to foothold_staff;
drop view if exists past_retention cascade;
create view past_retention with (security_invoker = true) as
select service_id, child_id, number, ended_on, due_on from record_time where kept_until < british_day(now());
comment on view past_retention is 'Records whose time is over and that nobody works with or decided to keep.';
grant select on past_retention to foothold_staff;
