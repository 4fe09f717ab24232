-- Which risks an entry looks at: any other entry, such as the direction given at allocation, leaves them to be looked at.
alter table oversight_entry add column looked_at uuid[] not null default '{}';
comment on column oversight_entry.looked_at is 'The contacts with a worry, assessments with a new high level, lost homes and decisions that this entry looks at: each stands on a manager''s home until an entry says so.';
-- What managers wrote by hand before it was asked counted for all that had come up by then.
update oversight_entry e set looked_at = array(
  select c.id from contact c where c.service_id = e.service_id and c.child_id = e.child_id and c.safeguarding and c.status = 'recorded'
    and (c.held_at at time zone 'Europe/London')::date <= e.entered_on
  union all
  select a.id from assessment a where a.service_id = e.service_id and a.child_id = e.child_id and a.status = 'signed' and a.signed_on <= e.entered_on
    and (a.safety_level in ('high', 'very-high') or a.harm_level in ('high', 'very-high'))
  union all
  select h.id from child_address h where h.service_id = e.service_id and h.child_id = e.child_id and h.valid_from <= e.entered_on
    and h.accommodation_type in ('sofa-surfing', 'street-homeless')
  union all
  select n.id from decision n where n.service_id = e.service_id and n.child_id = e.child_id and n.review_on <= e.entered_on)
where e.kind in ('case-direction', 'supervision', 'note') and e.about_table is null;
