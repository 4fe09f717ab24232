create table referral_import_row (
  service_id uuid not null, id uuid not null, import_id uuid not null, import_row integer not null,
  verdict text not null check (verdict in ('create', 'match', 'hold', 'refuse')), said jsonb not null, kept jsonb,
  child_id uuid, referral_id uuid, hold_id uuid,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  unique (service_id, import_id, import_row),
  foreign key (service_id, import_id) references referral_import (service_id, id) on delete cascade,
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, referral_id) references referral (service_id, id) on delete set null (referral_id),
  foreign key (service_id, hold_id) references referral_hold (service_id, id) on delete set null (hold_id)
);
create index referral_import_row_verdict on referral_import_row (service_id, import_id, verdict, import_row);
create index referral_import_row_child on referral_import_row (service_id, child_id) where child_id is not null;
create index referral_import_row_referral on referral_import_row (service_id, referral_id) where referral_id is not null;
create index referral_import_row_hold on referral_import_row (service_id, hold_id) where hold_id is not null;
comment on table referral_import_row is 'What was judged of one row of a list, and what it made. Erased when the list is put aside, left lying or long imported.';
comment on column referral_import_row.import_row is 'The line of the file on which the row begins, from 1.';
comment on column referral_import_row.said is 'The row as preview and report show it: verdict, reasons, name, date of birth, reference, offences.';
comment on column referral_import_row.kept is 'The verdict whole, what was noticed while reading, and a mark of the facts that it rests on: the import takes it if they still stand. Emptied once it is made.';
comment on column referral_import_row.child_id is 'The child whom the row made or was put with; null before the import, and of a row that made nothing.';

alter table referral_import drop constraint referral_import_status_check;
alter table referral_import add constraint referral_import_status_check check (status in ('judging', 'previewed', 'queued', 'running', 'done', 'failed'));
comment on column referral_import.report is 'When it was judged, how many rows have which verdict, and what of the file is not read.';
-- Rows of lists that were imported before have their place too, but for what was erased since; a list that waited is judged again from its columns.
insert into referral_import_row (service_id, id, import_id, import_row, verdict, said, child_id, referral_id, hold_id)
  select i.service_id, gen_random_uuid(), i.id, (r.value ->> 'row')::integer, r.value ->> 'verdict', r.value - 'childId' - 'referralId' - 'holdId', c.id, f.id, h.id
  from referral_import i cross join jsonb_array_elements(i.report -> 'rows') r (value)
  left join child c on c.service_id = i.service_id and c.id = (r.value ->> 'childId')::uuid
  left join referral f on f.service_id = i.service_id and f.id = (r.value ->> 'referralId')::uuid
  left join referral_hold h on h.service_id = i.service_id and h.id = (r.value ->> 'holdId')::uuid
  where i.status = 'done' and (c.id is not null or r.value ->> 'childId' is null);
update referral_import set report = case when status = 'done' then report - 'rows' end, status = case when status = 'done' or content is null then status else 'previewed' end;
