-- How many cases of each stratum an audit's sample holds: counts alone, for those who see its results but not its children.
create or replace function audit_case_counts(audits uuid[]) returns table (audit_id uuid, tier text, sex text, disposal text, risk text, cases integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select c.audit_id, c.tier, c.sex, c.disposal, c.risk, count(*)::int from audit_case c
    join audit a on a.service_id = c.service_id and a.id = c.audit_id and a.status <> 'cancelled'
    where c.service_id = my_service() and may('audit.view') and c.audit_id = any (audits) and c.withdrawn_on is null
    group by 1, 2, 3, 4, 5
  $$;
revoke all on function audit_case_counts(uuid[]) from public;
grant execute on function audit_case_counts(uuid[]) to foothold_staff;
-- The inspections that are not published in which somebody does what a permission allows: in all of them who has it, in those that
-- they lead whoever may lead. Definer: the policies of the table that it reads would call it again.
create or replace function my_inspections(permission text) returns setof uuid language plpgsql stable security definer
  set search_path = public, pg_temp
  as $$
begin
  return query
    select i.id from inspection i
    where i.service_id = my_service() and i.state <> 'published'
      and (may(permission) or may('inspection.lead') and i.lead_id = my_staff());
end $$;
revoke all on function my_inspections(text) from public;
grant execute on function my_inspections(text) to foothold_staff;
-- The inspections of which somebody tells the press, published or not: all where they edit every one, those that they lead otherwise.
create or replace function inspections_told_of() returns setof uuid language plpgsql stable security definer
  set search_path = public, pg_temp
  as $$
begin
  return query
    select i.id from inspection i
    where i.service_id = my_service()
      and (may('inspection.edit') or may('inspection.lead') and i.lead_id = my_staff());
end $$;
revoke all on function inspections_told_of() from public;
grant execute on function inspections_told_of() to foothold_staff;
