-- Read and written as its report is, and written only while that is being written.
call protect_child_table('court_report_section', 'RC4', 'RC2', true, 'exists (select 1 from court_report r where r.service_id = court_report_section.service_id and r.id = report_id)');
create policy of_a_report_in_writing on court_report_section as restrictive for insert to foothold_staff
  with check ((select may('report.write')) and exists (select 1 from court_report r where r.service_id = court_report_section.service_id and r.id = report_id
    and r.child_id = court_report_section.child_id and r.status in ('writing', 'returned')));
create policy changed_in_writing on court_report_section as restrictive for update to foothold_staff
  using ((select may('report.write')) and exists (select 1 from court_report r where r.service_id = court_report_section.service_id and r.id = report_id
    and r.status in ('writing', 'returned')));
