create view happened_letter with (security_invoker = true) as
select l.service_id, l.child_id, l.id, d.given_on as happened_on, 'Given: ' || lower(coalesce(k.label, l.kind)) as title,
  d.proof as detail, d.created_by as by_id, 'letter'::text as link_kind
from letter_delivery d
join letter l on l.service_id = d.service_id and l.id = d.letter_id
left join reference_code k on k.list = 'letter_kind' and k.code = l.kind
union all
select l.service_id, l.child_id, l.id, british_day(s.sent_at), 'Sent: ' || lower(coalesce(k.label, l.kind)), s.proof, s.created_by, 'letter'
from letter_sending s
join letter l on l.service_id = s.service_id and l.id = s.letter_id
left join reference_code k on k.list = 'letter_kind' and k.code = l.kind
where s.state in ('sent', 'delivered');
comment on view happened_letter is 'Letters: what was given or sent to the child, to a parent or carer, or to a person harmed.';
