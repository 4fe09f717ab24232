drop view if exists due_inspection_cases_planned cascade;
create view due_inspection_cases_planned with (security_invoker = true) as
select i.service_id, null::uuid as child_id, null::uuid as involvement_id, i.id as subject_id, 'inspection-day' as standard,
  'Plan the reading of cases, which its lead cannot draw: ' || i.title as what, 'head' as owed_by, null::uuid as owner_id,
  british_day(i.created_at) as started_on, i.fieldwork_from as due_on,
  (select min(british_day(a.created_at)) from inspection_audit a where a.service_id = i.service_id and a.inspection_id = i.id) as done_on,
  null::date as stopped_on, 'inspection' as link_kind
from inspection i
join staff s on s.service_id = i.service_id and s.id = i.lead_id
where i.state in ('preparing', 'fieldwork') and s.role = 'inspector';
comment on view due_inspection_cases_planned is 'An inspection that an inspector leads waits for the service to plan the reading of its cases: its lead may not draw them.';
