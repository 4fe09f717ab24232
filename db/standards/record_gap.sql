-- What a child's record still lacks, one row a gap, for children with live work or a worker. Seen as the reader: a gap in
-- what the reader may not read is not shown to them as a gap. Nothing is gathered in between (not materialized), so that
-- asking about one child looks at one child.
drop view if exists record_gap cascade;
create view record_gap with (security_invoker = true) as
with live as not materialized (
  select c.service_id, c.id as child_id, c.date_of_birth_status, c.sex
    from child c
    where c.merged_into is null
      and (exists (select 1 from relationship r where r.service_id = c.service_id and r.child_id = c.id and r.kind in ('allocated', 'duty') and r.ends_at is null)
        or exists (select 1 from live_work w where w.service_id = c.service_id and w.child_id = c.id))
), wanted (kind, record_class) as (
  values ('ethnicity', 'RC1'), ('language', 'RC1'), ('send', 'RC9')
), told as not materialized (
  -- What one kind comes to: no row, or every source says that we do not know for a reason that can be mended.
  select l.service_id, l.child_id, w.kind,
      bool_or(x.code is not null or x.not_known in ('declined', 'not-applicable')) as answered,
      (array_agg(x.not_known order by x.recorded_on desc) filter (where x.not_known is not null))[1] as not_known,
      count(distinct x.code) > 1 as disagree
    from live l
    cross join wanted w
    left join characteristic x on x.service_id = l.service_id and x.child_id = l.child_id and x.kind = w.kind and x.ended_on is null
    where w.record_class in (select unnest(my_read()))
    group by l.service_id, l.child_id, w.kind
)
select service_id, child_id, kind as gap, coalesce(not_known, 'missing') as state
  from told where answered is not true
union all
select service_id, child_id, kind || '-disagree', 'two sources disagree'
  from told where disagree
union all
select l.service_id, l.child_id, 'sex', l.sex
  from live l where l.sex in ('not-asked', 'unknown')
union all
select l.service_id, l.child_id, 'date-of-birth', l.date_of_birth_status
  from live l where l.date_of_birth_status <> 'known'
union all
select l.service_id, l.child_id, 'address', 'missing'
  from live l
  where (select may_read('RC1'))
    and not exists (select 1 from child_address a where a.service_id = l.service_id and a.child_id = l.child_id and a.valid_to is null)
    -- A home that the reader may not read is no gap: its flag is a warning everyone sees.
    and not exists (select 1 from warning w where w.service_id = l.service_id and w.child_id = l.child_id and w.kind = 'non-disclosure-address' and w.ended_on is null)
union all
select l.service_id, l.child_id, 'education', 'missing'
  from live l
  where (select may_read('RC9'))
    and not exists (select 1 from education_episode e where e.service_id = l.service_id and e.child_id = l.child_id and e.valid_to is null)
union all
select l.service_id, l.child_id, 'care', 'missing'
  from live l
  where (select may_read('RC10S'))
    and not exists (select 1 from care_episode e where e.service_id = l.service_id and e.child_id = l.child_id)
union all
select l.service_id, l.child_id, 'parental-responsibility', 'missing'
  from live l
  where (select may_read('RC1'))
    and not exists (select 1 from network_person p where p.service_id = l.service_id and p.child_id = l.child_id and p.parental_responsibility = 'yes' and p.valid_to is null);
comment on view record_gap is 'What a child''s record still lacks, one row a gap; the worklist of gaps and the child''s overview read these rows.';
grant select on record_gap to foothold_staff;
