import { sql } from 'kysely';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, staffId } from './database.ts';

/** A duty as a standard's view gives it. */
export type Duty = { due: string | null; done: string | null; stopped: string | null };

/** Takes away what the other service's rows of the same ids may have held up. */
export async function leaveAlone(tx: Tx): Promise<void> {
  await sql`select set_config('role', 'none', true)`.execute(tx);
  for (const table of ['child', 'panel'])
    await sql`delete from ${sql.table(table)} where service_id <> ${serviceId}`.execute(tx);
}

/** The rows of one standard's view for one child, as the owner: a person reads the rows of duty. */
export async function duties(tx: Tx, view: string, childId: string): Promise<Duty[]> {
  const person = await sql<{ role: string }>`select current_setting('role') as role`.execute(tx);
  await sql`select set_config('role', 'none', true)`.execute(tx);
  const { rows } = await sql<Duty>`
    select due_on as due, done_on as done, stopped_on as stopped from ${sql.id(`due_${view}`)}
    where service_id = ${serviceId} and child_id = ${childId} order by started_on, due_on`.execute(
    tx,
  );
  await sql`select set_config('role', ${person.rows[0]?.role ?? 'none'}, true)`.execute(tx);
  return rows;
}

const ama = () => staffId('ama-lovelock');
const row = (childId: string) => ({ service_id: serviceId, id: newId(), child_id: childId });

/** Makes one invented row and gives its id; what is not given is the least that the table asks for. */
export const put = {
  referral: async (tx: Tx, childId: string, more: object = {}) => {
    const values = {
      ...row(childId),
      source: 'police-list',
      agency: 'police',
      referred_on: '2026-04-01',
      received_on: '2026-04-01',
      state: 'allocated',
      pathway: 'out-of-court',
      triaged_on: '2026-04-01',
      allocated_on: '2026-04-01',
      allocated_to: ama(),
      ...more,
    };
    await tx.insertInto('referral').values(values).execute();
    return values.id;
  },
  involvement: async (tx: Tx, childId: string, more: object = {}) => {
    const values = { ...row(childId), type: 'outcome-22', started_on: '2026-04-01', ...more };
    await tx.insertInto('involvement').values(values).execute();
    return values.id;
  },
  contact: async (tx: Tx, childId: string, held: string, more: object = {}) => {
    const values = {
      ...row(childId),
      type: 'supervision',
      place: 'Office',
      held_at: `${held}T15:00:00Z`,
      status: 'recorded',
      attendance: 'attended',
      child_seen: 'alone',
      worker_id: ama(),
      ...more,
    };
    await tx.insertInto('contact').values(values).execute();
    return values.id;
  },
  assessment: async (tx: Tx, childId: string, signedOn: string | null, more: object = {}) => {
    const values = {
      ...row(childId),
      template_id: 'foothold',
      template_version: 1,
      kind: 'initial',
      status: signedOn ? 'signed' : 'draft',
      started_on: '2026-04-01',
      started_by: ama(),
      signed_on: signedOn,
      likelihood_level: 'low',
      safety_level: 'low',
      harm_level: 'low',
      ...more,
    };
    await tx.insertInto('assessment').values(values).execute();
    return values.id;
  },
  panelItem: async (tx: Tx, childId: string, referralId: string | null, more: object = {}) => {
    const panelId = newId();
    await tx
      .insertInto('panel')
      .values({
        service_id: serviceId,
        id: panelId,
        name: 'Panel',
        place: 'Town hall',
        starts_at: '2026-04-20T09:00:00Z',
        window_opens: '2026-04-16T09:00:00Z',
        window_closes: '2026-04-21T17:00:00Z',
      })
      .execute();
    const values = { ...row(childId), panel_id: panelId, referral_id: referralId, ...more };
    await tx.insertInto('panel_item').values(values).execute();
    return values.id;
  },
  decision: async (tx: Tx, childId: string, itemId: string, more: object = {}) => {
    const values = {
      ...row(childId),
      about_table: 'panel_item',
      about_id: itemId,
      question: 'Which outcome?',
      information: 'The paper',
      rationale: 'Invented',
      outcome: 'outcome-22',
      decided_on: '2026-04-01',
      decided_by: ama(),
      ...more,
    };
    await tx.insertInto('decision').values(values).execute();
    return values.id;
  },
  /** A decided outcome with all that must stand before it. */
  disposal: async (tx: Tx, childId: string, more: object = {}) => {
    const referralId = await put.referral(tx, childId, { state: 'decided' });
    const itemId = await put.panelItem(tx, childId, referralId);
    const decisionId = await put.decision(tx, childId, itemId);
    const involvementId = await put.involvement(tx, childId);
    const values = {
      ...row(childId),
      referral_id: referralId,
      decision_id: decisionId,
      involvement_id: involvementId,
      outcome: 'outcome-22',
      decided_on: '2026-04-01',
      ...more,
    };
    await tx.insertInto('disposal').values(values).execute();
    return values.id;
  },
};
