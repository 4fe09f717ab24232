drop view if exists due_warning_reviewed cascade;
create view due_warning_reviewed with (security_invoker = true) as
select w.service_id, w.child_id as child_id, null::uuid as involvement_id, w.id as subject_id,
  'warning-review' as standard, 'Look at the warning again' as what, 'named' as owed_by, w.owner_id as owner_id,
  w.raised_on as started_on, w.review_on as due_on, w.ended_on as done_on, null::date as stopped_on, 'warning' as link_kind
from warning w
where w.ended_on is not null or exists (
  select 1 from live_work l where l.service_id = w.service_id and l.child_id = w.child_id);
comment on view due_warning_reviewed is 'While somebody works with the child, each live warning is looked at again by its owner; with the last piece of work the duty falls away, and with new work it stands again.';
