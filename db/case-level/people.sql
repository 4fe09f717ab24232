, said_last as materialized (
  select child_id, max(code) filter (where kind = 'ethnicity') as ethnicity, max(code) filter (where kind = 'language') as language,
    max(code) filter (where kind = 'religion') as religion
  from said group by child_id
), numbers_last as materialized (
  select child_id, max(value) filter (where kind = 'pnc') as pnc, max(value) filter (where kind = 'nhs-number') as nhs_number,
    max(value) filter (where kind = 'upn') as upn
  from numbers group by child_id
)
-- Each child whose record stands, by the number of the record. What they said of themselves last counts.
select c.number as person, c.surname, c.forename, c.known_as, c.date_of_birth,
  case when c.sex in ('female', 'male') then c.sex else 'unknown' end as sex,
  s.ethnicity, s.language, s.religion, n.pnc, n.nhs_number, n.upn, 'no' as deleted
from child c
left join said_last s on s.child_id = c.id
left join numbers_last n on n.child_id = c.id
where c.service_id = my_service() and c.merged_into is null
order by c.number
