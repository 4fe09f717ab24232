-- The first steps after a change are promised as actions about its review: by whom, by when, and what was done.
insert into action_rule (about_table, add_permission, of_child, owner_may_close) values ('review', 'action.add', true, true);
