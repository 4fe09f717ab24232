import { sql } from 'kysely';
import type { LevelId } from '../../domain/assessments/levels.data.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { type Condition, conditionsOf } from '../../record/conditions.tsx';
import { type KeptSafe, keptSafe } from '../../record/kept-safe.tsx';

/** What the overview tells; each part is empty where there is none or where this person may not see it. */
export type AtAGlance = {
  readonly warnings: {
    readonly id: string;
    readonly kind: string;
    readonly detail: string;
    readonly review_on: Day;
    readonly owner: string;
  }[];
  readonly work: {
    readonly type: string;
    readonly started_on: Day;
    readonly expected_end: Day | null;
  }[];
  /** The oldest referral not yet decided. */
  readonly referral: { readonly id: string; readonly referred_on: Day } | null;
  /** What the child is said to have done, in the referrals that are still worked on. */
  /** What no court has found yet, and what it found, of the work that goes on. */
  readonly alleged: { readonly description: string; readonly offence_on: Day | null }[];
  readonly found: { readonly wording: string; readonly found_on: Day }[];
  /** Outcomes that are not completed. */
  readonly outcomes: {
    readonly id: string;
    readonly outcome: string;
    readonly conditions: string | null;
    readonly each: readonly Condition[];
    readonly due_by: Day | null;
  }[];
  /** Orders of a court that have not ended, and are worked with or have a last day to come. */
  readonly orders: {
    readonly id: string;
    readonly label: string;
    readonly last_day: Day | null;
    readonly days_how: string;
    /** Failures to keep it of which nobody has decided whether there was a good reason. */
    readonly undecided: number;
  }[];
  /** Days before a court of which no word is recorded yet, the first of them. */
  readonly hearings: {
    readonly id: string;
    readonly kind: string;
    readonly court: string;
    readonly listed_on: Day;
    readonly listed_at: string | null;
    readonly cover: string | null;
  }[];
  /** What a manager asked for when the work was given out. */
  readonly direction: string | null;
  /** What keeps a person who was harmed safe. */
  readonly keeps_safe: readonly KeptSafe[];
  readonly people: { readonly name: string; readonly kind: string; readonly job_title: string }[];
  readonly carers: {
    readonly name: string;
    readonly relationship: string;
    readonly telephone: string | null;
    readonly may_be_contacted: string;
    readonly emergency: boolean;
    readonly parental: boolean;
  }[];
  readonly home: {
    readonly lines: string;
    readonly postcode: string | null;
    readonly type: string;
    readonly protected: boolean;
  } | null;
  /** The newest change of home since that address began. */
  readonly moved: { readonly kind: string; readonly happened_on: Day } | null;
  /** What happened to the child and is still being looked at, or was until lately. */
  readonly changes: {
    readonly id: string;
    readonly kind: string;
    readonly happened_on: Day;
    readonly review_id: string | null;
    readonly due_on: Day;
    readonly held_on: Day | null;
  }[];
  readonly phones: { readonly value: string; readonly whose: string; readonly safe: string }[];
  readonly school: { readonly provider: string; readonly type: string }[];
  readonly care: string[];
  readonly levels: {
    readonly id: string;
    readonly signed_on: Day;
    readonly likelihood: LevelId;
    readonly safety: LevelId;
    readonly harm: LevelId;
  } | null;
  readonly plan: {
    readonly status: string;
    readonly agreed_on: Day | null;
    readonly review_on: Day | null;
    readonly child_words: string | null;
  } | null;
  readonly last: Contact | null;
  readonly next: Contact | null;
  readonly words: { readonly id: string; readonly at: string; readonly words: string } | null;
  readonly gaps: { readonly gap: string; readonly state: string }[];
};
type Contact = {
  readonly id: string;
  readonly at: string;
  readonly type: string;
  readonly place: string;
  readonly attendance: string | null;
};

/** Everything on the overview but what is due, in one statement; each part looks at this child's rows by an index. */
export async function atAGlance(tx: Tx, serviceId: string, childId: string): Promise<AtAGlance> {
  const { rows } = await sql<AtAGlance>`
    with me as (select ${serviceId}::uuid as service_id, ${childId}::uuid as child_id, british_day(now()) - 28 as lately)
    select
      coalesce((select json_agg(json_build_object('id', w.id, 'kind', coalesce(t.label, w.kind), 'detail', w.detail, 'review_on', w.review_on, 'owner', s.name)
          order by w.review_on, w.id)
        from warning w join staff s on s.service_id = w.service_id and s.id = w.owner_id
        left join reference_code t on t.list = 'warning_type' and t.code = w.kind
        where w.service_id = me.service_id and w.child_id = me.child_id and w.ended_on is null), '[]') as warnings,
      coalesce((select json_agg(json_build_object('type', coalesce(t.label, i.type), 'started_on', i.started_on, 'expected_end', i.expected_end) order by i.started_on)
        from involvement i left join reference_code t on t.list = 'involvement_type' and t.code = i.type
        where i.service_id = me.service_id and i.child_id = me.child_id and i.ended_on is null), '[]') as work,
      (select json_build_object('id', r.id, 'referred_on', r.referred_on) from referral r
        where r.service_id = me.service_id and r.child_id = me.child_id and r.state in ('received', 'awaiting-allocation', 'allocated')
        order by r.received_on, r.id limit 1) as referral,
      coalesce((select json_agg(json_build_object('description', o.description, 'offence_on', o.offence_on) order by o.offence_on, o.id)
        from referral r join offence o on o.service_id = r.service_id and o.referral_id = r.id
        where r.service_id = me.service_id and r.child_id = me.child_id and r.state not in ('closed', 'signposted')
          and not exists (select 1 from charge h where h.service_id = o.service_id and h.offence_id = o.id
            and (h.finding is not null or h.standing in ('withdrawn', 'discontinued')))), '[]') as alleged,
      coalesce((select json_agg(json_build_object('wording', h.wording, 'found_on', h.found_on) order by h.found_on, h.id)
        from charge h
        where h.service_id = me.service_id and h.child_id = me.child_id and h.finding = 'guilty' and h.standing = 'charged'
          and (exists (select 1 from court_order o where o.service_id = h.service_id and o.charge_id = h.id and o.ended_on is null)
            or exists (select 1 from offence o join referral r on r.service_id = o.service_id and r.id = o.referral_id
              where o.service_id = h.service_id and o.id = h.offence_id and r.state not in ('closed', 'signposted')))), '[]') as found,
      coalesce((select json_agg(json_build_object('id', d.id, 'outcome', coalesce(t.label, d.outcome), 'conditions', d.conditions, 'due_by', d.due_by,
          'each', ${conditionsOf(sql`x.service_id = d.service_id and x.disposal_id = d.id`)}) order by d.decided_on, d.id)
        from disposal d left join reference_code t on t.list = 'outcome' and t.code = d.outcome
        where d.service_id = me.service_id and d.child_id = me.child_id and d.completed_on is null), '[]') as outcomes,
      coalesce((select json_agg(json_build_object('id', o.id, 'label', coalesce(t.label, o.kind), 'last_day', o.last_day, 'days_how', o.days_how,
          'undecided', (select count(*)::integer from failure_to_comply f where f.service_id = o.service_id and f.child_id = o.child_id and f.order_id = o.id and f.decision is null)) order by o.made_on, o.id)
        from court_order o left join reference_code t on t.list = 'court_order' and t.code = o.kind
        where o.service_id = me.service_id and o.child_id = me.child_id and o.ended_on is null
          and (o.last_day >= british_day(now()) or t.attributes ->> 'kind' in ('community', 'parent', 'custody', 'health'))), '[]') as orders,
      coalesce((select json_agg(n.row order by n.listed_on, n.id) from (
        select h.listed_on, h.id, json_build_object('id', h.id, 'kind', coalesce(t.label, h.kind), 'court', h.court, 'listed_on', h.listed_on,
          'listed_at', h.listed_at, 'cover', s.name) as row
        from hearing h left join reference_code t on t.list = 'hearing_kind' and t.code = h.kind
        left join staff s on s.service_id = h.service_id and s.id = h.covered_by
        where h.service_id = me.service_id and h.child_id = me.child_id and h.state = 'expected' order by h.listed_on, h.id limit 3) n), '[]') as hearings,
      (select r.case_direction from referral r
        where r.service_id = me.service_id and r.child_id = me.child_id and r.state in ('allocated', 'decided') and r.case_direction <> ''
        order by r.allocated_on desc, r.id desc limit 1) as direction,
      ${keptSafe(childId)} as keeps_safe,
      coalesce((select json_agg(json_build_object('name', s.name, 'kind', r.kind, 'job_title', s.job_title) order by r.kind, s.name)
        from relationship r join staff s on s.service_id = r.service_id and s.id = r.staff_id
        where r.service_id = me.service_id and r.child_id = me.child_id and r.ends_at is null
          and r.kind in ('allocated', 'co-worker', 'partner', 'duty')), '[]') as people,
      coalesce((select json_agg(json_build_object('name', p.name, 'relationship', coalesce(t.label, p.relationship), 'telephone', p.telephone,
          'may_be_contacted', p.may_be_contacted, 'emergency', p.emergency_contact, 'parental', p.parental_responsibility = 'yes')
          order by p.emergency_contact desc, p.name)
        from network_person p left join reference_code t on t.list = 'relationship_type' and t.code = p.relationship
        where p.service_id = me.service_id and p.child_id = me.child_id and p.valid_to is null
          and (p.emergency_contact or p.parental_responsibility = 'yes')), '[]') as carers,
      (select json_build_object('lines', a.lines, 'postcode', a.postcode, 'type', coalesce(t.label, 'kind of home ' || replace(a.accommodation_type, '-', ' ')), 'protected', a.non_disclosure)
        from child_address a left join reference_code t on t.list = 'accommodation_type' and t.code = a.accommodation_type
        where a.service_id = me.service_id and a.child_id = me.child_id and a.valid_to is null) as home,
      (select json_build_object('kind', t.label, 'happened_on', e.happened_on)
        from change_event e join reference_code t on t.list = 'change_event_type' and t.code = e.type
        where e.service_id = me.service_id and e.child_id = me.child_id and ' ' || (t.attributes ->> 'pages') || ' ' like '% address %'
          and e.happened_on > (select a.valid_from from child_address a
            where a.service_id = me.service_id and a.child_id = me.child_id and a.valid_to is null)
        order by e.happened_on desc, e.id desc limit 1) as moved,
      coalesce((select json_agg(json_build_object('id', e.id, 'kind', coalesce(t.label, e.type), 'happened_on', e.happened_on,
          'review_id', r.id, 'due_on', e.review_due_on, 'held_on', r.held_on) order by e.happened_on desc, e.id desc)
        from change_event e left join review r on r.service_id = e.service_id and r.change_event_id = e.id
        left join reference_code t on t.list = 'change_event_type' and t.code = e.type
        where e.service_id = me.service_id and e.child_id = me.child_id
          -- Who may not read reviews sees what was recorded lately.
          and case when r.id is null then e.known_on >= me.lately else r.held_on is null or r.held_on >= me.lately end), '[]') as changes,
      coalesce((select json_agg(json_build_object('value', p.value, 'whose', p.whose, 'safe', p.safe_to_use) order by p.whose, p.value)
        from child_contact_point p where p.service_id = me.service_id and p.child_id = me.child_id and p.valid_to is null), '[]') as phones,
      coalesce((select json_agg(json_build_object('provider', e.provider, 'type', coalesce(t.label, e.provision)) order by e.valid_from)
        from education_episode e left join reference_code t on t.list = 'education_type' and t.code = e.provision
        where e.service_id = me.service_id and e.child_id = me.child_id and e.valid_to is null), '[]') as school,
      array(select coalesce(t.label, e.status)
        from care_episode e left join reference_code t on t.list = 'care_status' and t.code = e.status
        where e.service_id = me.service_id and e.child_id = me.child_id and e.valid_to is null order by e.valid_from) as care,
      (select json_build_object('id', a.id, 'signed_on', a.signed_on, 'likelihood', a.likelihood_level, 'safety', a.safety_level, 'harm', a.harm_level)
        from assessment a where a.service_id = me.service_id and a.child_id = me.child_id and a.status = 'signed'
        order by a.signed_on desc, a.id desc limit 1) as levels,
      (select json_build_object('status', p.status, 'agreed_on', p.agreed_on, 'review_on', p.review_on, 'child_words', p.child_words)
        from plan p where p.service_id = me.service_id and p.child_id = me.child_id order by p.status = 'ended', p.started_on desc, p.id desc limit 1) as plan,
      (select json_build_object('id', c.id, 'at', c.held_at, 'type', coalesce(t.label, c.type), 'place', c.place, 'attendance', coalesce(u.label, c.attendance))
        from contact c left join reference_code t on t.list = 'contact_type' and t.code = c.type
        left join reference_code u on u.list = 'attendance' and u.code = c.attendance
        where c.service_id = me.service_id and c.child_id = me.child_id and c.status = 'recorded'
        order by coalesce(c.held_at, c.planned_at) desc, c.id limit 1) as last,
      (select json_build_object('id', c.id, 'at', c.planned_at, 'type', coalesce(t.label, c.type), 'place', c.place, 'attendance', null)
        from contact c left join reference_code t on t.list = 'contact_type' and t.code = c.type
        where c.service_id = me.service_id and c.child_id = me.child_id and c.status = 'planned' and coalesce(c.held_at, c.planned_at) > now()
        order by coalesce(c.held_at, c.planned_at), c.id limit 1) as next,
      (select json_build_object('id', c.id, 'at', c.held_at, 'words', c.child_words)
        from contact c where c.service_id = me.service_id and c.child_id = me.child_id and c.status = 'recorded' and c.child_words <> ''
        order by coalesce(c.held_at, c.planned_at) desc, c.id limit 1) as words,
      coalesce((select json_agg(json_build_object('gap', g.gap, 'state', g.state) order by g.gap)
        from record_gap g where g.service_id = me.service_id and g.child_id = me.child_id), '[]') as gaps
    from me`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('The overview is one row');
  return row;
}
