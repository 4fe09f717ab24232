drop view if exists due_change_answered cascade;
create view due_change_answered with (security_invoker = true) as
select p.service_id, p.child_id as child_id, null::uuid as involvement_id, p.id as subject_id,
  'change-proposed' as standard, 'Record the change, or say why not: ' || case p.about_table
    when 'child_address' then 'a home that is not settled or not suitable' when 'warning' then 'a new warning'
    when 'contact' then 'contacts missed in a row' else 'a contingency of the plan has happened' end as what,
  'worker' as owed_by, null::uuid as owner_id,
  p.noticed_on as started_on, d.due_on as due_on, p.answered_on as done_on, null::date as stopped_on, 'change-proposed' as link_kind
from change_proposed p
cross join lateral due_day(p.service_id, 'change-proposed', p.noticed_on) d
where p.answered_on is not null or exists (
  select 1 from live_work w where w.service_id = p.service_id and w.child_id = p.child_id);
comment on view due_change_answered is 'While somebody works with the child, a change that the record proposes is recorded, or it is said why not. It asks nothing of the table where the fact stands, which fewer may read.';
