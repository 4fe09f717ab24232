call protect_child_table('order_meeting', 'RC2S', 'RC2');
-- Whether the panel of an item could sit: one of the service and two who are not were there, who have no interest in the child
-- (Sentencing Act 2020 s91). Definer, for whoever records what it came to does not see every declared interest.
create or replace function had_its_quorum(item uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp
  as $$
begin
  return (select count(*) filter (where a.agency = 'youth-justice') >= 1 and count(*) filter (where a.agency in ('community', 'voluntary-sector')) >= 2
    from panel_item i
    join panel p on p.service_id = i.service_id and p.id = i.panel_id and p.status <> 'cancelled'
    join panel_attendee a on a.service_id = p.service_id and a.panel_id = p.id and a.attended = 'attended'
    where i.service_id = my_service() and i.id = item
      and not exists (select 1 from panel_conflict c where c.service_id = i.service_id and c.panel_item_id = i.id and c.staff_id = a.staff_id));
end $$;
revoke all on function had_its_quorum(uuid) from public;
grant execute on function had_its_quorum(uuid) to foothold_staff;
create policy quorum on order_meeting as restrictive for insert to foothold_staff with check (had_its_quorum(panel_item_id));
-- What was signed stays as it was signed.
create policy until_signed on order_meeting as restrictive for update to foothold_staff
  using (signed_on is null) with check (true);
