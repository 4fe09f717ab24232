-- What of a right was given: what the victim worker recorded, and what the record knows by itself. Whoever said whether they want
-- updates was asked.
drop view if exists right_given cascade;
create view right_given with (security_invoker = true) as
with asked as (
  select v.service_id, v.id as victim_involvement_id, 'updates'::text as code,
    coalesce(v.wishes_on, v.details_received_on, british_day(v.created_at)) as done_on, v.created_at
  from victim_involvement v where v.updates_wanted <> 'not-asked'
)
select coalesce(g.service_id, a.service_id) as service_id, coalesce(g.victim_involvement_id, a.victim_involvement_id) as victim_involvement_id,
  coalesce(g.code, a.code) as code, coalesce(g.done_on, a.done_on) as done_on,
  case when a.code is null then g.not_done_reason end as not_done_reason, coalesce(g.created_at, a.created_at) as created_at
from victim_right g
full join asked a on a.service_id = g.service_id and a.victim_involvement_id = g.victim_involvement_id and a.code = g.code;
comment on view right_given is 'What each person harmed was given of their rights and when, as it was recorded or as another part of the record knows it.';
grant select on right_given to foothold_staff;
