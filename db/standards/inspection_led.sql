drop view if exists due_inspection_led cascade;
create view due_inspection_led with (security_invoker = true) as
select i.service_id, null::uuid as child_id, null::uuid as involvement_id, i.id as subject_id,
  case when i.state in ('preparing', 'fieldwork') then 'inspection-day' else 'inspection-report' end as standard,
  case i.state when 'preparing' then 'Prepare the inspection for its fieldwork' when 'fieldwork' then 'Finish the fieldwork of the inspection' else 'Bring the inspection to its published report' end
    || case when s.active_to is null then '' else ', whose lead has left' end || ': ' || i.title as what,
  case when s.active_to is null then 'named' else 'head' end as owed_by, case when s.active_to is null then i.lead_id end as owner_id,
  british_day(i.created_at) as started_on,
  case i.state when 'preparing' then i.fieldwork_from when 'fieldwork' then i.fieldwork_to else d.due_on end as due_on,
  i.published_on as done_on, null::date as stopped_on, 'inspection' as link_kind
from inspection i
join staff s on s.service_id = i.service_id and s.id = i.lead_id
cross join lateral due_day(i.service_id, 'inspection-report', i.fieldwork_to) d;
comment on view due_inspection_led is 'Until it is published an inspection waits for whoever leads it: its fieldwork to begin, its fieldwork to end, and then its report.';
