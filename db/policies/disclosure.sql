-- Whoever may write who the child is says what was given of it, and nobody changes what was said.
call protect_child_table('disclosure', 'RC1', 'RC1', false);
-- A report is given by whoever writes reports, and only while it is approved and as it was approved.
create policy report_given on disclosure for insert to foothold_staff with check (
  service_id = (select my_service()) and report_id is not null and (select may('report.write'))
  and ((select may_write('RC2')) or ((select may_write_related('RC2')) and child_id in (select m from my_children() m)))
  and (child_id = any ((select children_apart())::uuid[])) <> (select my_scope() = 'service'));
create policy as_it_was_approved on disclosure as restrictive for insert to foothold_staff with check (
  report_id is null or (select may('report.write')) and exists (select 1 from court_report r
    where r.service_id = disclosure.service_id and r.id = disclosure.report_id and r.child_id = disclosure.child_id and r.status = 'approved'
      and disclosure.report_number = (select max(v.number) from court_report_version v where v.service_id = r.service_id and v.report_id = r.id)));
