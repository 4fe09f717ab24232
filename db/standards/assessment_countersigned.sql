drop view if exists due_assessment_countersigned cascade;
create view due_assessment_countersigned with (security_invoker = true) as
select a.service_id, a.child_id as child_id, null::uuid as involvement_id, a.id as subject_id,
  'countersign' as standard, 'Countersign the assessment or return it' as what, 'manager' as owed_by, s.manager_id as owner_id,
  a.submitted_on as started_on, d.due_on as due_on, case when a.status = 'signed' then a.signed_on end as done_on, null::date as stopped_on, 'countersign' as link_kind
from assessment a
left join staff s on s.service_id = a.service_id and s.id = a.submitted_by
cross join lateral due_day(a.service_id, 'countersign', a.submitted_on) d
where a.needs_countersign and a.status in ('submitted', 'signed') and a.submitted_on is not null;
comment on view due_assessment_countersigned is 'A manager countersigns an assessment, or sends it back.';
