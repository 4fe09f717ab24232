-- Who is told is said by what they may do, so that a service's own matrix of roles decides who that is.
alter table access_notice rename column for_role to for_permission;
update access_notice set for_permission = case for_permission when 'auditor' then 'access.oversee-heads' else 'access.oversee' end
  where for_permission is not null;
comment on column access_notice.for_permission is 'Only where nobody had this permission when it was done: anybody who has it later may look, but neither who did it nor whom it is about.';
