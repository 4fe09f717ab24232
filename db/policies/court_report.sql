-- Read with the assessment that it tells of, by those whose work it is, and by nobody who has declared an interest in the child.
-- Whoever may record what a court does writes it; a manager who did not approves it or sends it back, in their own name.
call protect_child_table('court_report', 'RC4', 'RC2', true,
  '(select may(''report.read'')) and child_id not in (select c.child_id from panel_conflict c where c.staff_id = (select my_staff()))');
alter policy staff_change on court_report using (
  service_id = (select my_service())
  and ((select may_write('RC2')) or (select may('report.gatekeep'))
    or ((select may_write_related('RC2')) and child_id in (select m from my_children() m)))
  and (child_id = any ((select children_apart())::uuid[])) <> (select my_scope() = 'service'))
with check (service_id = (select my_service()));
create policy begins_in_writing on court_report as restrictive for insert to foothold_staff
  with check (status = 'writing' and (select may('report.write')));
create policy written_or_judged on court_report as restrictive for update to foothold_staff
  using ((select may('report.write')) or (select may('report.gatekeep')));
-- Whether I wrote under one of its headings, first or later, or sent it. Definer: what became of a word is asked of its whole history.
create or replace function wrote_in_report(report uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from court_report_version v where v.service_id = my_service() and v.report_id = report and v.created_by = my_staff())
    or exists (select 1 from court_report_section s where s.service_id = my_service() and s.report_id = report
      and (s.created_by = my_staff() or exists (select 1 from change_log l where l.service_id = s.service_id and l.table_name = 'court_report_section'
        and l.row_id = s.id::text and l.changed_by = my_staff() and l.after ?| array['words', 'chosen'])))
$$;
revoke all on function wrote_in_report(uuid) from public;
grant execute on function wrote_in_report(uuid) to foothold_staff;
create or replace function court_report_approved_by_another() returns trigger language plpgsql as $$
begin
  if my_staff() is null then return new; end if;
  if new.status in ('approved', 'returned') and new.status <> old.status
    and (not may('report.gatekeep') or old.status <> 'sent' or my_staff() is not distinct from old.author_id or my_staff() is not distinct from old.sent_by
      or new.status = 'approved' and new.approved_by is distinct from my_staff()
      or wrote_in_report(new.id)) then
    raise exception 'a report is approved or sent back by a manager who did not write it, in their own name' using errcode = 'insufficient_privilege';
  end if;
  if new.status not in ('approved', 'returned') and new.status <> old.status
    and (not may('report.write') or new.status = 'sent' and new.sent_by is distinct from my_staff()) then
    raise exception 'a report is sent by whoever writes it, in their own name' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger b_approved_by_another before update on court_report for each row execute function court_report_approved_by_another();
-- What people harmed agreed to have told, for whoever reads a report: no other word of theirs, and nothing to whom they are not for.
-- Definer, because a court officer opens no line of a victim.
create or replace function told_of_victims(child uuid) returns table (id uuid, label text, words text, shared_on date)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if service_may_read('RC11S') is null or not may('report.read') then return; end if;
  return query
    select v.id, v.label, v.shared_with_worker, v.shared_on from victim_involvement v
    where v.service_id = my_service() and v.child_id = child and v.tell_child = 'yes' and v.shared_with_worker is not null and v.ended_on is null
      and (v.child_id = any (children_apart())) <> (my_scope() = 'service');
end $$;
revoke all on function told_of_victims(uuid) from public;
grant execute on function told_of_victims(uuid) to foothold_staff;
