-- A service's own figure below the floor of its limit stands only once a second person has agreed; figures set before this stand as they are.
alter table time_limit_override add column stands boolean not null default true,
  add column set_by uuid, add column agreed_by uuid, add column agreed_at timestamptz;
alter table time_limit_override add constraint time_limit_override_agreed_by_another check (agreed_by is distinct from set_by or agreed_by is null);
comment on column time_limit_override.stands is 'False while it is below the floor of its limit (db/reference/time_limit_floor) and nobody else has agreed to it: until then the figure as given counts.';
comment on column time_limit_override.set_by is 'Who wrote the figure as it is; somebody else agrees to it.';

alter table access_notice drop constraint access_notice_kind_check;
alter table access_notice add constraint access_notice_kind_check
  check (kind in ('sign-in-reset', 'named-self', 'same-child', 'access-given', 'seal-lifted', 'own-sample', 'shorter-keeping', 'record-erased'));
