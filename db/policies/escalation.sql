call protect_child_table('escalation', 'RC2S', 'RC2');
alter policy staff_add on escalation with check (
  service_id = (select my_service()) and (select may('decision.escalate')) and raised_by = (select my_staff()) and result is null
  and (child_id = any ((select children_apart())::uuid[])) <> (select my_scope() = 'service'));
-- Whoever raised a disagreement does not answer it.
alter policy staff_change on escalation using (
  service_id = (select my_service()) and (select may('escalation.resolve')) and result is null and raised_by <> (select my_staff())
  and (child_id in (select m from my_children() m) or child_id not in (select h from hidden_children() h)))
with check (service_id = (select my_service()) and resolved_by = (select my_staff()));
-- The decision's standing follows its disagreements, whoever may raise or answer them: members may not touch a decision themselves.
create or replace function escalation_moves_decision() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' and new.result is null then
    if new.level > 1 then
      update escalation set result = 'escalated', result_note = new.grounds, resolved_on = new.raised_on, resolved_by = new.raised_by
        where service_id = new.service_id and decision_id = new.decision_id and level = new.level - 1 and result is null;
      if not found then raise exception 'a disagreement goes up one level at a time'; end if;
    end if;
    update decision set status = 'escalated'
      where service_id = new.service_id and id = new.decision_id and status <> 'replaced';
  elsif tg_op = 'UPDATE' and new.result = 'upheld' and old.result is null then
    update decision set status = case when confirmed_by is null then 'made' else 'final' end
      where service_id = new.service_id and id = new.decision_id and status = 'escalated';
  end if;
  return null;
end $$;
revoke all on function escalation_moves_decision() from public;
create or replace trigger y_moves_decision after insert or update on escalation for each row execute function escalation_moves_decision();
