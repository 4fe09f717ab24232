-- Those harmed, by the case that is kept of each, without a name: of the offence that is named, else of the first of the referral.
select v.id as victim, o.id as offence, case s.police_consent when 'yes' then 'yes' when 'no' then 'no' end as consent_to_contact,
  (select min(t.held_on) from victim_contact t where t.service_id = v.service_id and t.victim_involvement_id = v.id and t.reached) as contacted_on,
  case when v.wishes = 'not-sought' then 'no' else 'yes' end as view_sought,
  case v.updates_wanted when 'yes' then 'yes' when 'no' then 'no' end as progress_asked
from victim_involvement v
join child c on c.service_id = v.service_id and c.id = v.child_id
left join victim s on s.service_id = v.service_id and s.victim_involvement_id = v.id
join lateral (
  select o.id from offence o
  where o.service_id = v.service_id and o.offence_on is not null and (o.id = v.offence_id or v.offence_id is null and o.referral_id = v.referral_id)
  order by o.offence_on, o.id limit 1) o on true
where v.service_id = my_service() and c.merged_into is null
order by v.id
