drop view if exists due_audit_led cascade;
create view due_audit_led with (security_invoker = true) as
select a.service_id, null::uuid as child_id, null::uuid as involvement_id, a.id as subject_id,
  'audit-day' as standard, case when a.status = 'planned' then 'Draw the cases of the audit' else 'Finish the audit' end
    || case when s.active_to is null then '' else ', whose lead has left' end || ': ' || a.title as what,
  case when s.active_to is null then 'named' else 'head' end as owed_by, case when s.active_to is null then a.lead_id end as owner_id,
  -- The year's programme is planned rows: each is its lead's from its own month.
  a.month::timestamp at time zone 'Europe/London' as starts_at,
  a.month as started_on, a.due_on as due_on, a.finished_on as done_on,
  case when a.status = 'cancelled' then a.month end as stopped_on, 'audit' as link_kind
from audit a
join staff s on s.service_id = a.service_id and s.id = a.lead_id;
comment on view due_audit_led is 'From its month on an audit waits for whoever leads it: its cases to be drawn, and then to be finished.';
