-- What is to be decided about a record itself is due from whoever may erase it.
alter table duty drop constraint duty_owed_by_check, add constraint duty_owed_by_check
  check (owed_by in ('worker', 'manager', 'head', 'named', 'police', 'partner', 'victim-worker'));
comment on column duty.owed_by is 'Who does it: the allocated worker, a manager, the head of service, the person named, police, the partner agency or the victim worker.';

-- A figure for keeping records that was set before there was a floor (0079) was agreed to by nobody: below the floor it waits like
-- every other, and records are kept longer until somebody has looked at it. The floor is the one of this release, whose row is not
-- laid down yet when a database comes from before it.
update time_limit_override set stands = false
where time_limit_id = 'record-retention' and stands and agreed_by is null
  and number * case unit when 'months' then 30.4375 when 'weeks' then 7 when 'working days' then 1.4 else 1 end < 72 * 30.4375;
