-- A victim worker reads the lines that keep a victim safe and no others.
call protect_child_table('plan_line', 'RC5S', 'RC5', true, '((select may_read(''RC5'')) or kind = ''victim-safety'')');
-- The history holds every line, so only those who read them all read it.
call keep_history('plan_line', 'RC5');
-- A line that was put in by mistake may be taken out while the plan is a draft; history keeps it.
create policy draft_delete on plan_line for delete to foothold_staff using (
  service_id = (select my_service())
  and ((select may_write('RC5')) or ((select may_write_related('RC5')) and child_id in (select m from my_children() m)))
  and plan_id in (select p.id from plan p where p.status = 'draft' and p.id = plan_id));
grant delete on plan_line to foothold_staff;
