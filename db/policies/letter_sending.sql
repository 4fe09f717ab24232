-- Each way in which a letter could go, and why it may not go that way: one rule for the page, for what is put in the outbox and for
-- what leaves it. A number is not safe if it stands anywhere among the child's own as not safe, whoever's it is called.
drop view if exists letter_way cascade;
create view letter_way with (security_invoker = true) as
with letter_to as (
  select l.service_id, l.id, l.child_id, l.to_whom, l.not_needed_on, n.lives_with_child, case
      when l.to_whom = 'victim' then 'harmed'
      when l.to_whom = 'parent' and (n.id is null or n.may_be_contacted = 'no' or n.valid_to is not null) then 'person' end as why_not
  from letter l left join network_person n on n.service_id = l.service_id and n.id = l.network_person_id
)
select l.service_id, l.id as letter_id, l.child_id, case p.kind when 'email' then 'email' else 'text' end as channel,
  p.id as contact_point_id, null::uuid as address_id, p.value as goes_to, p.whose, p.note, p.safe_to_use, coalesce(l.why_not, case
    when p.safe_to_use = 'no' or exists (select 1 from child_contact_point o where o.service_id = p.service_id and o.child_id = p.child_id
      and o.value_search = p.value_search and o.safe_to_use = 'no' and o.valid_to is null) then 'unsafe'
    when p.valid_to is not null then 'not-used'
    when p.kind = 'telephone' then 'spoken' end) as why_not
from letter_to l join child_contact_point p on p.service_id = l.service_id and p.child_id = l.child_id
union all
select l.service_id, l.id, l.child_id, 'post', null, a.id, concat_ws(', ', a.lines, a.postcode), null, null, null, coalesce(l.why_not, case
    when a.non_disclosure then 'kept-safe'
    when a.valid_to is not null then 'not-used'
    when l.to_whom = 'parent' and not l.lives_with_child then 'elsewhere' end)
from letter_to l join child_address a on a.service_id = l.service_id and a.child_id = l.child_id;
comment on view letter_way is 'To which telephones, e-mails and addresses of the record a letter may go, and why it may not go to the others.';
grant select on letter_way to foothold_staff;
-- Read and written with the letters of the child; what goes to a person harmed is sent by no machine and stands in no outbox.
call protect_child_table('letter_sending', 'RC3', 'RC3');
create policy where_it_may on letter_sending as restrictive for insert to foothold_staff with check (
  (select may('letter.write')) and state = 'queued' and tries = 0 and provider_id is null and proof is null and told_by is null
  and exists (select 1 from letter l where l.service_id = letter_sending.service_id and l.id = letter_id and l.child_id = letter_sending.child_id
    and l.record_class = 'RC3' and l.not_needed_on is null and l.words !~ '\[[^]]*\]' and l.subject !~ '\[[^]]*\]')
  and exists (select 1 from letter_way w where w.service_id = letter_sending.service_id and w.letter_id = letter_sending.letter_id
    and w.channel = letter_sending.channel and w.why_not is null
    and (w.contact_point_id = letter_sending.contact_point_id or w.address_id = letter_sending.address_id)));
-- A person says in their own name that it went, where a person sends it, or that it came back.
create policy told_by_a_person on letter_sending as restrictive for update to foothold_staff
  using ((select may('letter.write')) and state in ('queued', 'sent'))
  with check ((select may('letter.write')) and told_by = (select my_staff()) and (state = 'sent-back' or state = 'sent' and sender = 'person'));
revoke update on letter_sending from foothold_staff;
grant update (state, sent_at, proof, came_back_at, came_back_why, told_by) on letter_sending to foothold_staff;
-- It goes on and never back: what went is not put in the outbox again, and what came back stays so.
create or replace function letter_sending_goes_on() returns trigger language plpgsql as $$
begin
  if old.state in ('delivered', 'sent-back') or new.state = 'delivered' and old.state <> 'sent' or old.state = 'sent' and new.state in ('queued', 'sent') then
    raise exception 'a letter that is % does not become %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create or replace trigger b_goes_on before update of state on letter_sending for each row execute function letter_sending_goes_on();
-- What the server finds when it sends. Definer, as the server itself: whoever put the letter in the outbox may have lost the child since,
-- and what became of the letter is true all the same.
drop function if exists letter_sending_tried(uuid), letter_sending_becomes(uuid, text, text, text, text);
create function letter_sending_tried(sending uuid) returns table (state text, provider_id text, channel text, tries integer)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update letter_sending s set tries = s.tries + 1 where s.service_id = my_service() and s.id = sending and s.sender = 'service' and s.state = 'queued';
  return query select s.state, s.provider_id, s.channel, s.tries from letter_sending s
    where s.service_id = my_service() and s.id = sending and s.sender = 'service';
end $$;
-- It goes on from where the server found it. Whoever took it back meanwhile reads that it had gone.
create function letter_sending_becomes(sending uuid, was text, becomes text, provider text, said text) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update letter_sending s set came_back_why = s.came_back_why || '. It had gone already: ' || said, provider_id = provider
  where s.service_id = my_service() and s.id = sending and s.sender = 'service' and s.state = 'sent-back' and becomes = 'sent';
  update letter_sending s set state = becomes,
    sent_at = case becomes when 'sent' then now() else s.sent_at end,
    provider_id = coalesce(provider, s.provider_id),
    proof = case becomes when 'sent' then said else s.proof end,
    delivered_at = case becomes when 'delivered' then now() end,
    came_back_at = case becomes when 'sent-back' then now() end,
    came_back_why = case becomes when 'sent-back' then said end
  where s.service_id = my_service() and s.id = sending and s.sender = 'service' and s.state = was
$$;
revoke all on function letter_sending_tried(uuid), letter_sending_becomes(uuid, text, text, text, text) from public;
grant execute on function letter_sending_tried(uuid), letter_sending_becomes(uuid, text, text, text, text) to foothold_app;
