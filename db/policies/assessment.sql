-- A signed assessment is never changed: what follows is a review. Writers change what is theirs to write, a manager what
-- waits for them, and a second signature is always the signer's own.
call protect_child_table('assessment', 'RC4', 'RC4');
alter policy staff_change on assessment using (
  service_id = (select my_service())
  and (((select may('assessment.countersign')) and status = 'submitted')
    or (status in ('draft', 'returned')
      and ((select may_write('RC4')) or ((select may_write_related('RC4')) and child_id in (select m from my_children() m)))))
  and (child_id = any ((select children_apart())::uuid[])) <> (select my_scope() = 'service'))
with check (service_id = (select my_service())
  and (countersigned_by is null
    or (countersigned_by = (select my_staff()) and (select may('assessment.countersign')))));
-- It begins as a draft: what is signed was signed here.
create policy begins_as_draft on assessment as restrictive for insert to foothold_staff
  with check (status = 'draft' and signed_on is null and submitted_by is null and countersigned_by is null);
