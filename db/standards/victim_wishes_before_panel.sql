drop view if exists due_victim_wishes_before_panel cascade;
create view due_victim_wishes_before_panel with (security_invoker = true) as
select v.service_id, v.child_id as child_id, null::uuid as involvement_id, v.id as subject_id,
  'victim-wishes' as standard, format('Ask what %s wants before the panel meets', v.label) as what, 'victim-worker' as owed_by, null::uuid as owner_id,
  british_day(p.listed_at) as started_on, british_day(p.starts_at) as due_on,
  case when v.wishes not in ('not-sought', 'sought') then coalesce(v.wishes_on, british_day(p.listed_at)) end as done_on,
  v.ended_on as stopped_on, 'victim-right' as link_kind
from victim_involvement v
join lateral (
  select m.starts_at, i.created_at as listed_at from panel_item i
  join panel m on m.service_id = i.service_id and m.id = i.panel_id
  where i.service_id = v.service_id and i.child_id = v.child_id and m.status = 'planned' and i.state in ('listed', 'ready')
  order by m.starts_at, m.id limit 1) p on true;
comment on view due_victim_wishes_before_panel is 'Before a panel decides, the people harmed have been asked what they want.';
