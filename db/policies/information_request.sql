-- Partners see and answer what their own agency was asked. Others read an assessment's sources only where they may read at least
-- the shared part of the answer's own class: what police answered is not for everybody who reads assessments.
call guard_table('information_request', 'RC4');
create policy staff_read on information_request for select to foothold_staff using (
  service_id = (select my_service())
  and ((select may_read('RC4')) and may_read(record_class || 'S') or (agency = (select my_agency()) and (select may('information.answer'))))
  and (child_id = any ((select children_apart())::uuid[])) <> (select my_scope() = 'service'));
-- A case manager asks about a child they work with; a manager about any of the service's children.
create policy staff_add on information_request for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('information.ask')) and status = 'asked' and use is null
  and (child_id in (select m from my_children() m) or ((select may('child.allocate')) and child_id not in (select h from hidden_children() h))));
create policy asker_change on information_request for update to foothold_staff
  using (service_id = (select my_service()) and (select may('information.ask'))
    and (child_id in (select m from my_children() m) or ((select may('child.allocate')) and child_id not in (select h from hidden_children() h))))
  with check (service_id = (select my_service()));
create policy partner_answer on information_request for update to foothold_staff
  using (service_id = (select my_service()) and agency = (select my_agency()) and (select may('information.answer'))
    and status = 'asked' and child_id in (select m from my_children() m))
  with check (service_id = (select my_service()) and answered_by = (select my_staff()));
call grant_columns('information_request', false);
grant update (status, answer_for_team, answered_on, answered_by, chased_on, chases, gap_note, use, use_note, used_on, used_by)
  on information_request to foothold_staff;

-- The partner's answer stays the partner's, and what is made of it the assessor's.
create or replace function keep_answers_apart() returns trigger language plpgsql as $$
begin
  if my_staff() is null then return new; end if;
  if not may('information.ask') and (new.use, new.use_note, new.used_on, new.used_by, new.chased_on, new.chases, new.gap_note)
      is distinct from (old.use, old.use_note, old.used_on, old.used_by, old.chased_on, old.chases, old.gap_note) then
    raise exception 'Only the assessor says what was made of an answer' using errcode = 'insufficient_privilege';
  end if;
  if old.answered_by <> my_staff() and (new.status, new.answer_for_team, new.answered_on, new.answered_by)
      is distinct from (old.status, old.answer_for_team, old.answered_on, old.answered_by) then
    raise exception 'An answer is changed only by whoever gave it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger b_answers before update on information_request for each row execute function keep_answers_apart();
