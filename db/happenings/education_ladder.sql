create view happened_education_shortfall with (security_invoker = true) as
select x.service_id, x.child_id, x.id, x.opened_on as happened_on,
  'Education below what is expected' as title,
  'Since the week of ' || to_char(x.began_week, 'FMDD FMMonth YYYY')
    || case when x.ended_on is null then '' else ', until ' || to_char(x.ended_on, 'FMDD FMMonth YYYY') || case x.end_reason when 'agreed' then ': ' || x.end_note else '' end end as detail,
  x.created_by as by_id, 'education-ladder'::text as link_kind
from education_shortfall x;
comment on view happened_education_shortfall is 'Education below what is expected: each time in which a child’s weeks fell short.';
create view happened_education_step with (security_invoker = true) as
select x.service_id, x.child_id, x.id, x.asked_on as happened_on,
  case x.rung when 'school' then 'School asked about hours' when 'virtual-school' then 'Virtual school or SEND team asked about hours'
    when 'head' then 'Hours of education put to the head of service' else 'Hours of education put to the board' end as title,
  x.asked_who || ': ' || x.asked_what || case when x.answer is null then '' else ' Answer: ' || x.answer end as detail,
  x.created_by as by_id, 'education-ladder'::text as link_kind
from education_step x;
comment on view happened_education_step is 'Asked about education: whom a child’s hours were put to, and what was answered.';
