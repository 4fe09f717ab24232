-- What the record has and no file can say, so that nobody takes the files for more than they are.
select what, rows from (
  select 'offences whose day is not known' as what, count(*)::integer as rows
  from offence where service_id = my_service() and offence_on is null
  union all
  select 'orders that name no charge, or a charge of no offence whose day is known', count(*)::integer
  from court_order t
  where t.service_id = my_service() and not exists (
    select from charge g join offence o on o.service_id = g.service_id and o.id = g.offence_id
    where g.service_id = t.service_id and g.id = t.charge_id and o.offence_on is not null)
  union all
  select 'people harmed by no offence whose day is known', count(*)::integer
  from victim_involvement v
  where v.service_id = my_service() and not exists (
    select from offence o where o.service_id = v.service_id and o.offence_on is not null
      and (o.id = v.offence_id or v.offence_id is null and o.referral_id = v.referral_id))
) counted
where rows > 0
