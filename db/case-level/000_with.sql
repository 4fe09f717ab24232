-- What several files stand on; each file's query follows it.
with said as materialized (
  -- What a child said of themselves: verified before not, then the latest.
  select distinct on (t.child_id, t.kind) t.child_id, t.kind, t.code
  from characteristic t
  where t.service_id = my_service() and t.code is not null and t.ended_on is null
  order by t.child_id, t.kind, t.verified_on desc nulls last, t.recorded_on desc, t.id
), numbers as materialized (
  select distinct on (n.child_id, n.kind) n.child_id, n.kind, n.value
  from child_identifier n
  where n.service_id = my_service()
  order by n.child_id, n.kind, n.created_at desc, n.id
), case_outcome as materialized (
  -- An outcome given out of court is one of each offence of its referral; the first has the main one. Its code tells whether work came of it.
  select d.id as of_id, d.id || case when o.place = 1 then '' else '/' || o.place end as outcome, o.id as offence, d.involvement_id,
    d.given_on as outcome_on, case when o.place = 1 then 'yes' else 'no' end as main, k.code as legal_outcome, null as appeal,
    null::integer as months, d.attendance_hours as hours
  from disposal d
  join child c on c.service_id = d.service_id and c.id = d.child_id and c.merged_into is null
  join lateral (
    select nullif(r.attributes ->> case when d.involvement_id is null then 'national_code_alone' else 'national_code_with_work' end, '') as code
    from reference_code r where r.list = 'outcome' and r.code = d.outcome) k on k.code is not null
  join lateral (
    select o.id, row_number() over (order by o.offence_on, o.id) as place
    from offence o where o.service_id = d.service_id and o.referral_id = d.referral_id and o.offence_on is not null) o on true
  where d.service_id = my_service() and d.given_on is not null
  union all
  -- An order is of the offence of its principal charge.
  select t.id, t.id::text, g.offence_id, t.involvement_id, t.made_on, 'yes', k.attributes ->> 'national_code',
    case when exists (select from court_order_event e where e.service_id = t.service_id and e.order_id = t.id and e.what = 'quashed')
      then 'successful' end,
    case k.attributes ->> 'unit' when 'months' then t.amount end, case k.attributes ->> 'unit' when 'hours' then t.amount end
  from court_order t
  join child c on c.service_id = t.service_id and c.id = t.child_id and c.merged_into is null
  join charge g on g.service_id = t.service_id and g.id = t.charge_id
  join offence o on o.service_id = g.service_id and o.id = g.offence_id and o.offence_on is not null
  join reference_code k on k.list = 'court_order' and k.code = t.kind
  where t.service_id = my_service() and k.attributes ->> 'national_code' <> ''
)
