create view happened_plan with (security_invoker = true) as
select x.service_id, x.child_id, x.id, x.agreed_on as happened_on,
  'Plan agreed' as title,
  coalesce('“' || x.child_words || '”', '') as detail,
  x.created_by as by_id, 'plan'::text as link_kind
from plan x
where x.agreed_on is not null;
comment on view happened_plan is 'Plans: each one once it is agreed, in the child’s words.';
