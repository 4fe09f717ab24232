drop view if exists due_information_answered cascade;
create view due_information_answered with (security_invoker = true) as
select i.service_id, i.child_id as child_id, null::uuid as involvement_id, i.id as subject_id,
  'information-answer' as standard, 'Answer the service’s question' as what, 'partner' as owed_by, null::uuid as owner_id, i.agency,
  i.asked_on as started_on, i.due_on as due_on, case when i.status <> 'withdrawn' then i.answered_on end as done_on, case when i.status = 'withdrawn' then i.answered_on end as stopped_on, 'information' as link_kind
from information_request i;
comment on view due_information_answered is 'A partner answers by the day they were given.';
