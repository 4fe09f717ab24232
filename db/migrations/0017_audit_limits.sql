drop function if exists my_blind_cases() cascade;
drop function if exists audit_frame(date, date, text[]);
update audit set month = drawn_on - (extract(day from drawn_on)::integer - 1) where month > drawn_on + interval '1 month';
update audit set due_on = (month + interval '4 months')::date - 1 where due_on >= month + interval '4 months';
alter table audit add constraint audit_due_soon check (due_on < month + interval '4 months' and month <= drawn_on + interval '1 month');
comment on column audit.due_on is 'Readers see their cases until fifteen days after it: so it lies at most three months after the month of the programme, and no sample is drawn more than a month before that month.';
-- Which records are sealed was counted in samples drawn so far: how many in which window of days tells their day.
update audit set sample_frame = jsonb_set(sample_frame, '{left}', coalesce(
    (select jsonb_agg(e) from jsonb_array_elements(sample_frame -> 'left') e where e ->> 'reason' <> 'sealed'), '[]'))
  where sample_frame -> 'left' @> '[{"reason": "sealed"}]';
alter table access_notice drop constraint access_notice_kind_check;
alter table access_notice add constraint access_notice_kind_check
  check (kind in ('sign-in-reset', 'named-self', 'same-child', 'access-given', 'seal-lifted', 'own-sample'));
alter table access_notice add column audit_title text;
alter table access_notice add column cases integer;
comment on column access_notice.audit_title is 'The audit in which they gave cases to themselves to read.';
comment on column access_notice.cases is 'How many children''s records were opened to them so.';
