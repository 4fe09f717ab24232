drop view if exists due_break_glass_reviewed cascade;
create view due_break_glass_reviewed with (security_invoker = true) as
select b.service_id, b.child_id as child_id, null::uuid as involvement_id, b.id as subject_id,
  'break-glass-review' as standard, 'Review the emergency access' as what, 'manager' as owed_by, null::uuid as owner_id,
  british_day(b.starts_at) as started_on, d.due_on as due_on, british_day(b.reviewed_at) as done_on, null::date as stopped_on, 'break-glass' as link_kind
from break_glass b
cross join lateral due_day(b.service_id, 'break-glass-review', british_day(b.starts_at)) d;
comment on view due_break_glass_reviewed is 'Emergency access is reviewed by another manager. Of a sealed child they see no more than that.';
