-- A long list is made in short pieces, and a person may decide a row before the import.
alter table referral_import drop constraint referral_import_status_check;
alter table referral_import add constraint referral_import_status_check
  check (status in ('judging', 'previewed', 'queued', 'running', 'making', 'stopped', 'done', 'failed'));
comment on column referral_import.status is 'While it runs every row is tried and nothing is made; from making on it only goes forward: stopped, some of its rows are in and the others wait to be gone on with.';
comment on column referral_import.done is 'Rows compared, tried or made so far.';

alter table referral_import_row
  add column is_made boolean not null default false,
  add column decided jsonb, add column decided_by uuid, add column decided_at timestamptz,
  add constraint referral_import_row_decided check ((decided is null) = (decided_at is null) and (decided is null) = (decided_by is null));
comment on column referral_import_row.is_made is 'Whether what the row makes is in the record: an import that was stopped goes on with the others.';
comment on column referral_import_row.decided is 'What a person decided of a held row before the import: what it is, what they put right, and why. Emptied once it is made: it stands with the held row then.';
comment on column referral_import_row.decided_by is 'Who decided it.';
comment on column referral_import_row.decided_at is 'When they did.';
comment on column referral_import_row.child_id is 'The child whom the row made or was put with; before the import only that of a child on record whom a person named.';
update referral_import_row r set is_made = true from referral_import i
  where i.service_id = r.service_id and i.id = r.import_id and i.status = 'done';
-- What came before is counted by itself, as a row that a person decides is neither sure nor a repeat.
update referral_import set report = jsonb_set(report, '{counts}', (report -> 'counts') || jsonb_build_object('repeated',
    (report -> 'counts' ->> 'create')::int + (report -> 'counts' ->> 'match')::int - (report -> 'counts' ->> 'newReferrals')::int - (report -> 'counts' ->> 'addedOffences')::int))
  where report ? 'counts';
