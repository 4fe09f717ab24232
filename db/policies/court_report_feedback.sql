-- Read and added as its report is; what was said stays.
call protect_child_table('court_report_feedback', 'RC4', 'RC2', false, 'exists (select 1 from court_report r where r.service_id = court_report_feedback.service_id and r.id = report_id)');
create policy of_its_report on court_report_feedback as restrictive for insert to foothold_staff
  with check ((select may('report.write')) and exists (select 1 from court_report r where r.service_id = court_report_feedback.service_id and r.id = report_id
    and r.child_id = court_report_feedback.child_id));
