create view happened_contingency with (security_invoker = true) as
select x.service_id, x.child_id, x.id, x.happened_on as happened_on,
  'What the plan foresaw has happened' as title,
  x.text || ': ' || x.happened_note as detail,
  x.created_by as by_id, 'plan'::text as link_kind
from plan_line x
where x.happened_on is not null;
comment on view happened_contingency is 'If things change: each thing that a plan foresaw, when it has happened.';
