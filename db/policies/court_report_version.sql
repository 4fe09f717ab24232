-- A report as it was sent is read as the report is, and changed by nobody.
call protect_child_table('court_report_version', 'RC4', 'RC2', false, 'exists (select 1 from court_report r where r.service_id = court_report_version.service_id and r.id = report_id)');
create policy of_a_report_in_writing on court_report_version as restrictive for insert to foothold_staff
  with check ((select may('report.write')) and exists (select 1 from court_report r where r.service_id = court_report_version.service_id and r.id = report_id
    and r.child_id = court_report_version.child_id and r.status in ('writing', 'returned')));
