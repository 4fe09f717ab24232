drop view if exists due_work cascade;
create view due_work with (security_invoker = true) as
select d.service_id, d.child_id, d.involvement_id, d.subject_id, d.standard, d.what, d.owed_by,
  case when d.owed_by = 'worker' then coalesce(w.staff_id, d.owner_id) else d.owner_id end as owner_id,
  d.started_on, d.due_on, d.done_on, d.link_kind
from (
  select * from due_action_done
  union all
  select * from due_assessment_complete
  union all
  select * from due_assessment_countersigned
  union all
  select * from due_assessment_reviewed
  union all
  select * from due_break_glass_reviewed
  union all
  select * from due_change_reviewed
  union all
  select * from due_closure_approved
  union all
  select * from due_contact_written_up
  union all
  select * from due_decision_confirmed
  union all
  select * from due_escalation_answered
  union all
  select * from due_exception_reviewed
  union all
  select * from due_first_contact_child
  union all
  select * from due_first_contact_parent
  union all
  select * from due_information_answered
  union all
  select * from due_information_used
  union all
  select * from due_missed_contact_followed_up
  union all
  select * from due_outcome_delivered
  union all
  select * from due_outcome_finished
  union all
  select * from due_panel_after_assessment
  union all
  select * from due_plan_after_outcome
  union all
  select * from due_plan_reviewed
  union all
  select * from due_plan_step_done
  union all
  select * from due_police_notified
  union all
  select * from due_police_told
  union all
  select * from due_referral_allocated
  union all
  select * from due_victim_contacted
  union all
  select * from due_victim_right_given
  union all
  select * from due_warning_reviewed
) d
left join relationship w on w.service_id = d.service_id and w.child_id = d.child_id and w.kind = 'allocated' and w.ends_at is null
where d.done_on is not null or d.stopped_on is null;
comment on view due_work is 'Every duty, done or not: the worklist, the overdue badge, the timeliness figures and the board''s drift list all read these rows.';
grant select on due_work to foothold_staff;
