import { sql, type Transaction } from 'kysely';
import type { Barred } from '../domain/audits/allocate-readers.ts';
import type { FrameCase } from '../domain/audits/draw-sample.ts';
import { programmeMonths, programmeYear } from '../domain/audits/programme.ts';
import type { SampleTheme } from '../domain/audits/sample-themes.data.ts';
import { addDays, addMonths, type Day } from '../domain/calendar/day.ts';
import { themesOf } from '../features/audits/sample/sample.queries.ts';
import type { DB } from '../platform/db/tables.generated.ts';
import { tellReadAudit } from './audit-reading-story.ts';
import type { DemoPeople } from './people.ts';
import { demoId, randomOf } from './random.ts';
import type { Rows } from './rows.ts';

export type DemoCase = FrameCase & {
  readonly involvementId: string;
  readonly tier: string;
  readonly workerId: string;
  readonly worker: string;
  readonly teamId: string | null;
  readonly managerId: string | null;
  /** The last line of a victim on the child's record. */
  readonly victimId: string | null;
};

const themes = [
  { standard: '2.1', title: 'Assessing', theme: null, children: [] },
  { standard: '2.2', title: 'Planning', theme: null, children: [] },
  { standard: '2.3', title: 'Delivering', theme: 'Girls', children: ['girls'] },
  { standard: '2.1', title: 'Assessing', theme: 'Exploitation', children: ['exploitation'] },
  { standard: '2.2', title: 'Planning', theme: 'Contingency', children: [] },
  { standard: '2.3', title: 'Delivering', theme: 'Children in care', children: ['in-care'] },
] as const satisfies readonly (Record<string, unknown> & {
  readonly children: readonly SampleTheme[];
})[];
const framework = '2025';
/** Readers, by their codes; each month has its lead. */
const readers = [
  'marguerite-oyelaran',
  'nasir-hollyoak',
  'desmond-plumb',
  'philippa-standfast',
] as const;

/** A year's programme of audits: two read and finished, one being read, one that was let slip, the rest to come. */
export async function tellAudits(
  tx: Transaction<DB>,
  rows: Rows,
  people: DemoPeople,
  asOf: Day,
  seed: number,
): Promise<void> {
  const cases = await demoCases(tx, people.serviceId, addMonths(asOf, -12), addDays(asOf, -30));
  const isBarred = await demoBarred(tx, people.serviceId);
  const read = new Set<string | null>();
  const thisMonth = `${asOf.slice(0, 7)}-01`;
  const finished = [addMonths(thisMonth, -3), addMonths(thisMonth, -1)];
  const months = new Set([
    ...programmeMonths(programmeYear(asOf)),
    ...finished,
    addMonths(thisMonth, -2),
  ]);
  [...months].sort().forEach((month, index) => {
    const at = Number(month.slice(5, 7));
    const { standard, title, theme, children } = finished.includes(month)
      ? themes[0]
      : (themes[at % themes.length] ?? themes[0]);
    const state = finished.includes(month)
      ? 'finished'
      : month === thisMonth
        ? 'reading'
        : month < addMonths(thisMonth, -3)
          ? 'cancelled'
          : 'planned';
    const audit = {
      service_id: people.serviceId,
      id: demoId('audit', seed, month),
      title: `${title}${theme ? `: ${theme.toLowerCase()}` : ''}`,
      kind: theme ? 'themed' : 'monthly',
      theme,
      framework_id: framework,
      standards: [standard],
      month,
      due_on: addDays(addMonths(month, 1), -1),
      lead_id: demoId('staff', readers[index % readers.length] ?? readers[0]),
      created_by: demoId('staff', 'philippa-standfast'),
      created_at: `${month}T09:00:00Z`,
    };
    const open = cases.filter(
      (each) => !read.has(each.childId) && children.every((one) => each.themes?.includes(one)),
    );
    if (state === 'planned' || state === 'cancelled' || open.length === 0)
      rows.add('audit', {
        ...audit,
        status: state === 'cancelled' ? state : 'planned',
        ...(state === 'cancelled'
          ? { cancelled_reason: 'The programme began later in the year' }
          : {}),
      });
    else {
      const drawn = tellReadAudit({
        rows,
        audit,
        cases: cases.filter(({ childId }) => !read.has(childId)),
        themes: children,
        readers: readers.map((code) => demoId('staff', code)),
        isBarred,
        isFinished: state === 'finished',
        asOf,
        random: randomOf(seed + at),
        id: (...words) => demoId('audit-row', seed, month, ...words),
      });
      for (const childId of drawn) read.add(childId);
    }
  });
}

/** Cases with an allocated worker and a signed assessment, one a child, of work begun in a span of days. */
export async function demoCases(
  tx: Transaction<DB>,
  serviceId: string,
  from: Day,
  to: Day,
): Promise<DemoCase[]> {
  const { rows } = await sql<DemoCase>`
    select distinct on (i.child_id) i.child_id as "childId", i.id as "involvementId", i.type as disposal, t.attributes ->> 'tier' as tier,
      c.sex, coalesce(a.harm_level, 'not-assessed') as risk, i.started_on as "startedOn", i.ended_on as "endedOn", null as "lastAuditedOn",
      w.staff_id as "workerId", s.name as worker, s.team_id as "teamId", s.manager_id as "managerId",
      (select v.id from victim_involvement v where v.service_id = i.service_id and v.child_id = i.child_id and v.wishes <> 'no-direct-victim'
        order by v.created_at desc, v.label desc limit 1) as "victimId"
    from involvement i
    join child c on c.service_id = i.service_id and c.id = i.child_id
    join reference_code t on t.list = 'involvement_type' and t.code = i.type
    join relationship w on w.service_id = i.service_id and w.child_id = i.child_id and w.kind = 'allocated'
    join staff s on s.service_id = w.service_id and s.id = w.staff_id
    join assessment a on a.service_id = i.service_id and a.child_id = i.child_id and a.status = 'signed'
    where i.service_id = ${serviceId} and i.started_on between ${from}::date and ${to}::date
      and i.child_id not in (select x.child_id from restricted_record x)
    order by i.child_id, i.started_on desc, a.signed_on desc`.execute(tx);
  const claim = (service: string, may: string) =>
    sql`select set_config('app.service', ${service}, true), set_config('app.may', ${may}, true)`.execute(
      tx,
    );
  await claim(serviceId, ',audit.manage,');
  const themesBy = await themesOf(
    tx,
    rows.map(({ childId }) => childId),
    from,
  );
  await claim('', '');
  return rows.map((row) => ({ ...row, themes: themesBy.get(row.childId) ?? [] }));
}

/** Who must not read whose case. */
export async function demoBarred(tx: Transaction<DB>, serviceId: string): Promise<Barred> {
  const { rows } = await sql<{ child: string; staff: string }>`
    select child_id as child, created_by as staff from oversight_entry where service_id = ${serviceId}
    union select child_id, countersigned_by from assessment where service_id = ${serviceId} and countersigned_by is not null
    union select child_id, staff_id from relationship where service_id = ${serviceId} and kind not in ('sample', 'named-list')
    union select r.child_id, s.manager_id from relationship r join staff s on s.service_id = r.service_id and s.id = r.staff_id
      where r.service_id = ${serviceId} and r.kind = 'allocated' and s.manager_id is not null`.execute(
    tx,
  );
  const pairs = new Set(rows.map(({ child, staff }) => `${child}/${staff}`));
  return (childId, readerId) => pairs.has(`${childId}/${readerId}`);
}
