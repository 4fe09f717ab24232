-- A contingency that happened stands on a manager's home until an entry looks at it.
comment on column oversight_entry.looked_at is 'The contacts with a worry, assessments with a new high level, lost homes, contingencies that happened and decisions that this entry looks at: each stands on a manager''s home until an entry says so.';
