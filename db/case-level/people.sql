-- Each child whose record stands, by the number of the record. What they said of themselves last counts.
select c.number as person, c.surname, c.forename, c.known_as, c.date_of_birth,
  case when c.sex in ('female', 'male') then c.sex else 'unknown' end as sex,
  (select s.code from said s where s.child_id = c.id and s.kind = 'ethnicity') as ethnicity,
  (select s.code from said s where s.child_id = c.id and s.kind = 'language') as language,
  (select s.code from said s where s.child_id = c.id and s.kind = 'religion') as religion,
  (select n.value from numbers n where n.child_id = c.id and n.kind = 'pnc') as pnc,
  (select n.value from numbers n where n.child_id = c.id and n.kind = 'nhs-number') as nhs_number,
  (select n.value from numbers n where n.child_id = c.id and n.kind = 'upn') as upn,
  'no' as deleted
from child c
where c.service_id = my_service() and c.merged_into is null
order by c.number
