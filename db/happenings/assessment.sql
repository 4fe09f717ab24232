create view happened_assessment with (security_invoker = true) as
select x.service_id, x.child_id, x.id, x.signed_on as happened_on,
  'Assessment signed (' || x.kind || ')' as title,
  'Further offending ' || replace(coalesce(x.likelihood_level, 'not given'), '-', ' ') || ', safety ' || replace(coalesce(x.safety_level, 'not given'), '-', ' ') || ', other people ' || replace(coalesce(x.harm_level, 'not given'), '-', ' ') as detail,
  x.submitted_by as by_id, 'signed-assessment'::text as link_kind
from assessment x
where x.signed_on is not null;
comment on view happened_assessment is 'Assessments: each one once it is signed.';
