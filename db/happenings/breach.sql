create view happened_breach with (security_invoker = true) as
select b.service_id, b.child_id, b.id, e.happened_on, e.title, e.detail, e.by_id, 'breach'::text as link_kind
from breach b
cross join lateral (values
  (b.proposed_on, 'Proposed: an order that was not kept goes to ' || case b.goes_to when 'court' then 'the court' when 'panel' then 'the panel' else 'recall' end, b.reasons, b.proposed_by),
  (b.approved_on, 'Approved by a manager: an order that was not kept', b.manager_note, b.approved_by),
  (b.sent_on, case b.goes_to when 'court' then 'Breach papers laid' when 'panel' then 'Panel asked to meet about an order that was not kept' else 'Recall asked for' end, b.sent_note, null::uuid),
  (b.heard_on, case b.goes_to when 'court' then 'Breach heard' when 'panel' then 'Panel met about an order that was not kept' else 'Recall decided' end, b.outcome_note, null::uuid),
  (b.withdrawn_on, 'Withdrawn: an order that was not kept', b.withdrawn_reason, b.withdrawn_by)) e (happened_on, title, detail, by_id)
where e.happened_on is not null;
comment on view happened_breach is 'Breaches: what of an order that was not kept went to a court or a panel.';
