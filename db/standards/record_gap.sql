-- What a child's record still lacks, one row a gap, for children with live work or a worker. Seen as the reader: what the
-- reader may not read is not shown to them as a gap. Each child is looked at by themselves (lateral), so that asking about
-- one child costs one child, and the children who count are found once, not once a gap.
drop view if exists record_gap cascade;
create view record_gap with (security_invoker = true) as
select c.service_id, c.id as child_id, g.gap, g.state
from child c
cross join lateral (
  -- A kind is answered when any source gave a value, or a reason that asking again would not mend.
  select u.gap, u.state
    from (
      select w.kind,
          bool_or(x.code is not null or x.not_known in ('declined', 'not-applicable')) as answered,
          (array_agg(x.not_known order by x.recorded_on desc) filter (where x.not_known is not null))[1] as not_known,
          count(distinct x.code) > 1 as disagree
        from (values ('ethnicity', 'RC1'), ('language', 'RC1'), ('send', 'RC9')) as w (kind, record_class)
        left join characteristic x on x.service_id = c.service_id and x.child_id = c.id and x.kind = w.kind and x.ended_on is null
        where may_read(w.record_class)
        group by w.kind
    ) t
    cross join lateral (values
      (case when t.answered is not true then t.kind end, coalesce(t.not_known, 'missing')),
      (case when t.disagree then t.kind || '-disagree' end, 'two sources disagree')
    ) as u (gap, state)
    where u.gap is not null
  union all
  select 'sex', c.sex where c.sex in ('not-asked', 'unknown')
  union all
  select 'date-of-birth', c.date_of_birth_status where c.date_of_birth_status <> 'known'
  union all
  select 'address', 'missing'
    where (select may_read('RC1'))
      and not exists (select 1 from child_address a where a.service_id = c.service_id and a.child_id = c.id and a.valid_to is null)
      -- A home that the reader may not read is no gap: its flag is a warning everyone sees.
      and not exists (select 1 from warning w where w.service_id = c.service_id and w.child_id = c.id and w.kind = 'non-disclosure-address' and w.ended_on is null)
  union all
  select 'education', 'missing'
    where (select may_read('RC9'))
      and not exists (select 1 from education_episode e where e.service_id = c.service_id and e.child_id = c.id and e.valid_to is null)
  union all
  select 'care', 'missing'
    where (select may_read('RC10S'))
      and not exists (select 1 from care_episode e where e.service_id = c.service_id and e.child_id = c.id)
  union all
  select 'parental-responsibility', 'missing'
    where (select may_read('RC1'))
      and not exists (select 1 from network_person p where p.service_id = c.service_id and p.child_id = c.id and p.parental_responsibility = 'yes' and p.valid_to is null)
) g
where c.merged_into is null
  and (exists (select 1 from relationship r where r.service_id = c.service_id and r.child_id = c.id and r.kind in ('allocated', 'duty') and r.ends_at is null)
    or exists (select 1 from live_work w where w.service_id = c.service_id and w.child_id = c.id));
comment on view record_gap is 'What a child''s record still lacks, one row a gap; the worklist of gaps and the child''s overview read these rows.';
grant select on record_gap to foothold_staff;
