drop view if exists due_warning_reviewed cascade;
create view due_warning_reviewed with (security_invoker = true) as
select w.service_id, w.child_id as child_id, null::uuid as involvement_id, w.id as subject_id,
  'warning-review' as standard, 'Look at the warning again' as what, 'named' as owed_by, w.owner_id as owner_id,
  w.raised_on as started_on, w.review_on as due_on, w.ended_on as done_on, null::date as stopped_on, 'warning' as link_kind
from warning w;
comment on view due_warning_reviewed is 'Each live warning is looked at again by its owner.';
