-- What an action may be about, and by which rule it is given and closed.
create table action_rule (
  about_table text primary key,
  add_permission text not null,
  of_child boolean not null,
  owner_may_close boolean not null
);
comment on table action_rule is 'One row for each kind of thing that an action may follow from: who promises one, and whether its owner says that it is done.';
comment on column action_rule.add_permission is 'The permission that promises an action about it, and that reports on one which is about no child.';
comment on column action_rule.of_child is 'Whether its actions are about a child: then the child''s own rule of who gives actions is asked too.';
comment on column action_rule.owner_may_close is 'False where somebody else than the owner says that it is done.';
insert into action_rule (about_table, add_permission, of_child, owner_may_close) values
  ('oversight_entry', 'action.add', true, true),
  ('panel_item', 'action.add', true, true),
  ('audit_case', 'audit.read', true, false),
  ('inspection_recommendation', 'inspection.edit', false, false);
alter table action add foreign key (about_table) references action_rule (about_table);
