drop view if exists due_result_taken_up cascade;
create view due_result_taken_up with (security_invoker = true) as
select f.service_id, f.child_id as child_id, null::uuid as involvement_id, f.hearing_id as subject_id,
  'result-taken-up' as standard, case f.leads when 'order' then 'Record the order that the court made' when 'revoked' then 'Record that the order was revoked'
    when 'not-guilty' then 'Record the finding on the charge' else 'Record on the charge what became of it' end as what,
  'worker' as owed_by, null::uuid as owner_id,
  f.listed_on as started_on, d.due_on as due_on, f.followed_on as done_on, null::date as stopped_on, 'hearing' as link_kind
from result_follows f
cross join lateral due_day(f.service_id, 'result-taken-up', f.listed_on) d;
comment on view due_result_taken_up is 'What a court did is recorded where it counts: an order that it made or revoked, a charge that ended, a finding.';
