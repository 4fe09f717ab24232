drop function if exists my_blind_cases() cascade;
drop function if exists audit_frame(date, date, text[]);
update audit set due_on = (month + interval '4 months')::date - 1 where due_on >= month + interval '4 months';
alter table audit add constraint audit_due_soon check (due_on < month + interval '4 months');
comment on column audit.due_on is 'Readers see their cases until fifteen days after it: so it lies at most three months after the month of the programme.';
-- Which records are sealed was counted in samples drawn so far: how many in which window of days tells their day.
update audit set sample_frame = jsonb_set(sample_frame, '{left}', coalesce(
    (select jsonb_agg(e) from jsonb_array_elements(sample_frame -> 'left') e where e ->> 'reason' <> 'sealed'), '[]'))
  where sample_frame -> 'left' @> '[{"reason": "sealed"}]';
