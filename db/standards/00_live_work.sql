-- What every standard here gives, one row a duty:
--   service_id, child_id, involvement_id, subject_id (the row it is about), standard (a time_limit, or the name of a day that someone set),
--   what (plain words), owed_by (worker, manager, named, police, partner, victim-worker), owner_id (the person, where the row names one),
--   started_on, due_on, done_on, stopped_on (it fell away: the work ended first), link_kind (which page does it).
-- due_work puts the rows together, names the allocated worker as owner and leaves out what fell away.
drop view if exists live_work cascade;
create view live_work with (security_invoker = true) as
  select service_id, child_id from involvement where ended_on is null
  union all
  select service_id, child_id from referral where state in ('received', 'awaiting-allocation', 'allocated');
comment on view live_work is 'Children with work still open: a live involvement, or a referral not yet decided.';
grant select on live_work to foothold_staff;
