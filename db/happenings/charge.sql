create view happened_charge with (security_invoker = true) as
select x.service_id, x.child_id, x.id, s.happened_on, s.said || ': ' || x.wording as title, s.detail as detail,
  x.created_by as by_id, 'charge'::text as link_kind
from charge x cross join lateral (values
  (x.charged_on, 'Charged', ''),
  (x.plea_on, case x.plea when 'guilty' then 'Pleaded guilty' when 'not-guilty' then 'Pleaded not guilty' else 'No plea entered' end, ''),
  (x.found_on, case x.finding when 'guilty' then 'Found guilty' else 'Found not guilty' end, ''),
  (x.standing_on, 'Charge ' || x.standing, coalesce(x.standing_reason, ''))) as s (happened_on, said, detail)
where s.happened_on is not null;
comment on view happened_charge is 'Charges: what the child is charged with, the plea and the finding.';
