-- The service's numbers for children, as EM-000123. The counter's row is locked until the transaction ends, so two people making
-- records at once never get one number; a number whose record was not kept in the end may be left out.

-- Moves the counter on by so many, and gives the number that is the last then and how the service's numbers begin.
create or replace function count_children_on(more integer, out prefix text, out given integer) language plpgsql volatile security definer
  set search_path = public, pg_temp
  as $$
begin
  if my_service() is null or not (may('child.create') or may('referral.import')) then
    raise exception 'This person may not make a record' using errcode = '42501';
  end if;
  select coalesce(s.settings ->> 'childNumberPrefix', upper(left(s.code, 2))) into prefix from service s where s.id = my_service();
  update child_counter set last_number = last_number + more where service_id = my_service() returning last_number into given;
  if given is null then
    -- First use: begin after the highest number already there (records brought from another system).
    insert into child_counter as k (service_id, last_number)
    select my_service(), more + coalesce(max(substring(c.number from '([0-9]{1,9})$')::integer), 0)
      from child c where c.service_id = my_service() and c.number like prefix || '-%'
    on conflict (service_id) do update set last_number = k.last_number + more
    returning last_number into given;
  end if;
end $$;
create or replace function next_child_numbers(how_many integer) returns setof text language sql volatile security definer
  set search_path = public, pg_temp
  as $$
  select k.prefix || '-' || lpad(n::text, 6, '0')
  from count_children_on(greatest(how_many, 0)) k cross join lateral generate_series(k.given - how_many + 1, k.given) n order by n
$$;
create or replace function next_child_number() returns text language sql volatile
  as $$ select n from next_child_numbers(1) as n $$;
-- The number given last, for a list that comes in by pieces: whom others put on record meanwhile has a number between those of two
-- pieces. Nobody is given another until the transaction ends.
create or replace function last_child_number() returns text language sql volatile security definer
  set search_path = public, pg_temp
  as $$ select k.prefix || '-' || lpad(k.given::text, 6, '0') from count_children_on(0) k $$;
revoke all on function count_children_on(integer), next_child_numbers(integer), next_child_number(), last_child_number() from public;
grant execute on function next_child_numbers(integer), next_child_number(), last_child_number() to foothold_staff;
