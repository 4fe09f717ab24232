-- A frozen figure is added with its snapshot, read with it, and changed and taken away by nobody. Whose its rows are only the record
-- itself tells, through the policies of whoever looks.
call guard_table('frozen_figure');
create policy staff_read on frozen_figure for select to foothold_staff using (service_id = (select my_service()) and (select may('figures.own')));
create policy analyst_add on frozen_figure for insert to foothold_staff with check (
  service_id = (select my_service()) and (select may('figures.freeze'))
  and snapshot_id in (select s.id from figure_snapshot s where s.service_id = (select my_service()) and s.frozen_by = (select my_staff())
    and s.status = 'waiting' and s.created_at = now()));
call grant_columns('frozen_figure', false);
