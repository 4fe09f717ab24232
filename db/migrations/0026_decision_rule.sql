-- What a decision may be about, and who confirms it before it is final.
create table decision_rule (
  about_table text primary key,
  confirm_permission text
);
comment on table decision_rule is 'One row for each kind of thing that is decided: its decision is final when somebody with this permission has confirmed it in their own name.';
comment on column decision_rule.confirm_permission is 'Null where a decision stands as it was made and nobody confirms it.';
insert into decision_rule (about_table, confirm_permission) values
  ('panel_item', 'decision.confirm'),
  ('inspection', null);
alter table decision add foreign key (about_table) references decision_rule (about_table);
