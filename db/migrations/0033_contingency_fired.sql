-- What a plan says is done if things change: that it has happened, and the actions that follow.
alter table plan_line add column happened_on date, add column happened_note text;
alter table plan_line add constraint plan_line_happened check (
  (happened_on is null) = (happened_note is null) and (happened_on is null or kind = 'contingency'));
comment on column plan_line.happened_on is 'The last day on which what a contingency line speaks of happened; what it asks for is then promised as actions.';
comment on column plan_line.happened_note is 'What happened on that day.';
insert into action_rule (about_table, add_permission, of_child, owner_may_close) values ('plan_line', 'action.add', true, true);
