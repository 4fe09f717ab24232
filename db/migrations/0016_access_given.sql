alter table access_notice drop constraint access_notice_kind_check;
alter table access_notice add constraint access_notice_kind_check
  check (kind in ('sign-in-reset', 'named-self', 'same-child', 'access-given', 'seal-lifted'));
alter table access_notice add column what text check (what in ('entered', 'role', 'e-mail', 'ended', 'again', 'lifted', 'sealed'));
alter table access_notice add column role_then text;
comment on column access_notice.what is 'What was done to somebody''s access, or to a seal.';
comment on column access_notice.role_then is 'The role that they then had; when their access ended, the one they had had.';
comment on column access_notice.for_role is 'Only where nobody held the role when it was done: anybody who holds it later may look, but neither who did it nor whom it is about.';
comment on column access_notice.about_staff is 'Whose sign-in or access it was.';
comment on column access_notice.record_number is 'The number, and nothing else, of the sealed record.';
comment on column inspection.case_figures is '{counts: {key question: {yes, of, notYet}}, relevant: [{standard, what, yes, of}], children: [{what, counts: [{what, count}]}], audits: [title]} as they stood on the day of publication; null until then, while they are counted from its audits.';
