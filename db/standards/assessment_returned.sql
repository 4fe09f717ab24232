drop view if exists due_assessment_returned cascade;
create view due_assessment_returned with (security_invoker = true) as
select a.service_id, a.child_id as child_id, null::uuid as involvement_id, a.id as subject_id,
  'sent-back' as standard, 'The assessment came back: ' || a.returned_comment as what, 'worker' as owed_by, coalesce(a.submitted_by, a.created_by) as owner_id,
  a.returned_on as started_on, d.due_on as due_on, null::date as done_on, null::date as stopped_on, 'assessment-write' as link_kind
from assessment a
cross join lateral due_day(a.service_id, 'sent-back', a.returned_on) d
where a.status = 'returned' and a.returned_on is not null;
comment on view due_assessment_returned is 'An assessment that a manager returned is mended and sent in again by the child’s worker, or whoever wrote it where there is none.';
