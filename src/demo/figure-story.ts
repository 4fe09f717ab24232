import { sql, type Transaction } from 'kysely';
import { britishDay } from '../domain/calendar/british-time.ts';
import { addDays, addMonths } from '../domain/calendar/day.ts';
import { quarterBefore, quarterOf } from '../domain/measures/quarter.ts';
import { setClaims } from '../platform/db/as-actor.ts';
import type { DB } from '../platform/db/tables.generated.ts';
import { keepBoardCopy } from '../platform/measures/board-copy.ts';
import { freezeFigures } from '../platform/measures/freeze-figures.ts';
import type { DemoPeople } from './people.ts';
import { demoId } from './random.ts';

/** The quarter before last was frozen and signed, and a home has been found unsuitable since; the last one waits for the head of service. */
export async function tellFigures(
  tx: Transaction<DB>,
  people: DemoPeople,
  now: Date,
): Promise<void> {
  const analyst = people.staff.find(({ role }) => role === 'analyst');
  const head = people.staff.find(({ role }) => role === 'head-of-service');
  if (!analyst || !head) throw new Error('The demonstration has no analyst or no head of service');
  const asked = { serviceId: people.serviceId, definition: 'newer' } as const;
  const actor = { ...analyst, staffId: analyst.id, serviceId: people.serviceId };
  const earlier = quarterBefore(quarterOf(britishDay(now)), 2);
  await setClaims(tx, actor);
  const signed = await freezeFigures(tx, actor, {
    ...asked,
    quarter: earlier,
    note: 'Two homes were still “not known” when this was frozen; their workers have been asked.',
  });
  const waiting = await freezeFigures(tx, actor, {
    ...asked,
    quarter: quarterBefore(earlier, -1),
    note: 'Fewer orders ended than a year ago. Nothing is known to be missing.',
  });
  await sql`reset role`.execute(tx);
  await tx
    .updateTable('figure_snapshot')
    .set({
      status: 'signed',
      frozen_at: new Date(`${addDays(earlier.to, 20)}T09:40:00Z`),
      answered_at: new Date(`${addDays(earlier.to, 24)}T14:15:00Z`),
      answered_by: head.id,
    })
    .where('id', '=', signed)
    .execute();
  await tx
    .updateTable('figure_snapshot')
    .set({ frozen_at: now })
    .where('id', '=', waiting)
    .execute();
  await keepBoardCopy(tx, {
    ...{ serviceId: people.serviceId, snapshotId: signed ?? '', signedOn: addDays(earlier.to, 24) },
    ...{ analyst: analyst.name, head: head.name },
    words:
      'Homes and schooling are as they were; we will look at children placed away in the autumn.',
  });
  await tellNational(tx, people.serviceId, analyst.id, now);
  await sql`
    with found as (
      select a.id from frozen_figure f, jsonb_array_elements(f.counted_rows) r
      join child c on c.service_id = ${people.serviceId} and c.number = r ->> 'person'
      join involvement i on i.service_id = c.service_id and i.id::text = r ->> 'unit'
      join child_address a on a.service_id = c.service_id and a.child_id = c.id and a.suitable = 'yes'
        and a.valid_from <= i.ended_on and (a.valid_to is null or a.valid_to >= i.ended_on)
      where f.snapshot_id = ${signed} and f.measure = 'kpi1' and (r ->> 'hit')::boolean
      order by c.number, a.id limit 1)
    update child_address a set suitable = 'no' from found where a.service_id = ${people.serviceId} and a.id = found.id`.execute(
    tx,
  );
}

/** What the national summary says of first-time entrants of a year, which is more than the record: an analyst has explained it. */
async function tellNational(tx: Transaction<DB>, serviceId: string, analyst: string, now: Date) {
  const { to } = quarterBefore(quarterOf(britishDay(now)), 2);
  const from = addMonths(addDays(to, 1), -12);
  const own = { service_id: serviceId, measure: 'fte', definition: 'newer' } as const;
  const year = { period_from: from, period_to: to, numerator: 47, denominator: 26_092 };
  await tx
    .insertInto('national_figure')
    .values({
      ...{ ...own, ...year, id: demoId('national', 'fte'), value: '180 per 100,000' },
      source: 'Youth Justice Board data summary',
      vintage: 'invented for the demonstration, first publication',
      ...{ status: 'waiting', explained_at: now, explained_by: analyst, numerator_then: 42 },
      explanation:
        'They count 47 and we counted 42. Two of the five lived elsewhere on the day of the outcome, one was cautioned elsewhere before, and two are children whose appeal had not reached them. We have asked for their list to be sure.',
    })
    .execute();
}
