create view happened_decision with (security_invoker = true) as
select x.service_id, x.child_id, x.id, x.decided_on as happened_on,
  'Decision: ' || coalesce(t.label, x.outcome, x.question) as title,
  left(x.rationale, 400) as detail,
  x.decided_by as by_id, 'decision'::text as link_kind
from decision x
left join reference_code t on t.list = 'outcome' and t.code = x.outcome
where x.decided_on is not null;
comment on view happened_decision is 'Decisions: what was decided about the child, and why.';
