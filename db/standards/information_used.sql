drop view if exists due_information_used cascade;
create view due_information_used with (security_invoker = true) as
select i.service_id, i.child_id as child_id, null::uuid as involvement_id, i.id as subject_id,
  'information-use' as standard, 'Mark the partner’s answer used or not relevant' as what, 'worker' as owed_by, null::uuid as owner_id, i.agency,
  i.answered_on as started_on, d.due_on as due_on, i.used_on as done_on, null::date as stopped_on, 'information' as link_kind
from information_request i
cross join lateral due_day(i.service_id, 'information-use', i.answered_on) d
where i.status = 'answered';
comment on view due_information_used is 'Whoever asked says whether a partners answer was used.';
