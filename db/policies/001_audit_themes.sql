-- Which themes of src/domain/audits/sample-themes.data.ts some children belong to, so that a themed audit draws those children: ids and
-- themes only, for whoever draws samples. What is not recorded, or was declined, belongs to no theme. Definer: an auditor who draws
-- sees no child's record.
create or replace function audit_themes(children uuid[], opens date) returns table (child_id uuid, theme text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select distinct t.* from (
      select c.id, 'girls' from child c where c.service_id = my_service() and c.id = any (children) and c.sex = 'female'
      union all
      select e.child_id, 'in-care' from care_episode e
      join reference_code s on s.list = 'care_status' and s.code = e.status and s.attributes ->> 'kpi_group' = 'Care experienced child (looked after)'
      where e.service_id = my_service() and e.child_id = any (children) and (e.valid_to is null or e.valid_to >= opens)
      union all
      select w.child_id, 'exploitation' from warning w
      where w.service_id = my_service() and w.child_id = any (children) and w.kind = 'exploitation' and w.ended_on is null
      union all
      select x.child_id, 'not-white' from characteristic x
      join reference_code g on g.list = 'ethnicity' and g.code = x.code and g.attributes ->> 'yjb_group' not in ('White', 'Information not obtainable')
      where x.service_id = my_service() and x.child_id = any (children) and x.kind = 'ethnicity' and x.ended_on is null
    ) t (child_id, theme)
    where may('audit.manage') and (t.child_id in (select m from my_children() m) or t.child_id not in (select h from hidden_children() h))
    order by 1, 2
  $$;
revoke all on function audit_themes(uuid[], date) from public;
grant execute on function audit_themes(uuid[], date) to foothold_staff;
