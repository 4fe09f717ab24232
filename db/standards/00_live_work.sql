-- What every standard here gives, one row a duty:
--   service_id, child_id, involvement_id, subject_id (the row it is about), standard (a time_limit, or the name of a day that someone set),
--   what (plain words), owed_by (worker, manager, head, named, police, partner, victim-worker), owner_id (the person, where the row names one),
--   started_on, due_on, done_on, stopped_on (it fell away: the work ended first), link_kind (which page does it); and, where it has them,
--   agency (who was asked) and starts_at (it is nobody's duty before then).
-- To add a duty, add a view named due_…: zz_duties.sql finds it. It asks neither the clock nor who is asking: whether a duty exists
-- hangs on the record alone, and a row that hung on the day would be there in the view and not among the rows that are kept.
drop view if exists live_work cascade;
create view live_work with (security_invoker = true) as
  select i.service_id, i.child_id,
    least(i.started_on, (select r.received_on from referral r where r.service_id = i.service_id and r.id = i.referral_id)) as since
  from involvement i where i.ended_on is null
  union all
  select service_id, child_id, received_on from referral where state in ('received', 'awaiting-allocation', 'allocated')
  union all
  select d.service_id, d.child_id, (select r.received_on from referral r where r.service_id = d.service_id and r.id = d.referral_id) from disposal d
  join decision n on n.service_id = d.service_id and n.id = d.decision_id and n.status <> 'replaced'
  where d.given_on is null;
comment on view live_work is 'Children with work still open: a live involvement, a referral not yet decided, or an outcome that waits to be given; and since when, counted from the referral that led to it.';
grant select on live_work to foothold_staff;
-- Who was met at a contact, for the duty of first contact and for the panel's gate alike. The child was met when they came and were
-- seen; a parent was spoken to whether or not the child came.
drop view if exists met cascade;
create view met with (security_invoker = true) as
select service_id, child_id, coalesce(held_at, planned_at) as at, british_day(held_at) as day,
  attendance = 'attended' and child_seen in ('alone', 'with-others') as child_met, coalesce(parent_spoken_to, false) as parent_met
from contact where status = 'recorded';
comment on view met is 'Recorded contacts, with whether the child was met and whether a parent was spoken to.';
grant select on met to foothold_staff;
-- What a standard needs of a victim's vault, as the owner: the day on which they were reached, and whether they are a child.
-- Granted to nobody; what a reader may see of it is for the policy of duty.
drop view if exists victim_reached cascade;
create view victim_reached as select service_id, victim_involvement_id, held_on from victim_contact where reached;
comment on view victim_reached is 'The days on which a victim was reached.';
drop view if exists victim_who_is_child cascade;
create view victim_who_is_child as select service_id, victim_involvement_id from victim where is_child;
comment on view victim_who_is_child is 'The lines of victims who are children themselves, who are told of their rights sooner.';
-- The day on which a referral's own duties fell away: it went elsewhere, or it was decided and all the child's work has ended since.
-- In a from clause the planner opens this up, as it does due_day.
create or replace function referral_stop(service uuid, child uuid, state text, left_on date) returns table (stopped_on date)
language sql stable parallel safe
begin atomic
  select case
    when state in ('signposted', 'closed') then left_on
    when state = 'decided' and not exists (
      select 1 from involvement v where v.service_id = service and v.child_id = child and v.ended_on is null)
    then coalesce((select max(v.ended_on) from involvement v where v.service_id = service and v.child_id = child), left_on)
  end;
end;
