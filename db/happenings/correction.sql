create view happened_correction with (security_invoker = true) as
select x.service_id, x.child_id, x.id, x.created_at as happened_at,
  (array['A contact', 'A partner’s note', 'A referral', 'A hearing', 'A court’s result'])[x.place] || case x.kind
    when 'corrected' then ' was corrected'
    when 'withdrawn' then ' was withdrawn'
    when 'moved-here' then ' was moved here from the wrong record'
    else ' was moved to the right child’s record' end as title,
  x.reason as detail,
  x.created_by as by_id,
  (array['corrected-contact', 'corrected-note', 'corrected-referral', 'corrected-hearing', 'corrected-hearing'])[x.place] as link_kind
from (select c.*, array_position(array['contact', 'partner_note', 'referral', 'hearing', 'hearing_result'], c.table_name) as place from correction c) x;
comment on view happened_correction is 'Corrections: what was put right, withdrawn, or moved from a wrong record to the right one.';
