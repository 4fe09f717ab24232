import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { type RoleRow, roleNames, roles } from '../../src/domain/access/roles.data.ts';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trialOfDuties } from '../support/database.ts';
import { personOf } from '../support/people-of-roles.ts';
import { addAnchor, type Kind, kinds } from './record-of-each-class.ts';

const database = sharedDatabase();
const hour = 3_600_000;

const ties = ['co-worker', 'partner', 'information-request', 'panel', 'sample', 'duty'] as const;
const times = ['none', 'live', 'ended', 'not-begun'] as const;
const glasses = ['none', 'open', 'over'] as const;

const situations = fc.record({
  role: fc.constantFrom(...roleNames),
  kind: fc.constantFrom(...kinds),
  tie: fc.constantFrom(...ties),
  time: fc.constantFrom(...times),
  sealed: fc.boolean(),
  listed: fc.boolean(),
  glass: fc.constantFrom(...glasses),
});
type Situation = typeof situations extends fc.Arbitrary<infer T> ? T : never;

// What the matrix of roles says, worked out apart from the claims and the policies that it is compared with.
function predicted({ role, kind, time, sealed, listed, glass }: Situation) {
  const row: RoleRow = roles[role];
  const access = row.classes[kind.class] ?? '';
  const letter = access.charAt(0);
  const related = glass === 'open' || (sealed ? listed : time === 'live' || listed);
  const seesChild = related || (row.scope === 'service' && !sealed);
  const readsClass =
    (['W', 'R', 'A'].includes(letter) || (kind.part === 'shared' && letter !== '')) &&
    // What a parent told of themselves is for whoever works with this child.
    (kind.class !== 'RC12' || !access.endsWith('*') || related);
  const writesFreely = letter === 'W' && !access.endsWith('*') && row.scope !== 'related';
  return {
    reads: seesChild && readsClass,
    writes: letter === 'W' && seesChild && (writesFreely || related),
  };
}

async function layOut(tx: Tx, { role, tie, time, sealed, listed, glass }: Situation) {
  const childId = await makeChild(tx, { worker: 'ben-thackery', restricted: sealed });
  const who = staffId(personOf[role]);
  const now = Date.now();
  const relate = (kind: string, from: number, until: number | null) =>
    tx
      .insertInto('relationship')
      .values({
        service_id: serviceId,
        id: newId(),
        child_id: childId,
        staff_id: who,
        kind,
        starts_at: new Date(now + from * hour),
        ends_at: until === null ? null : new Date(now + until * hour),
        reason: 'For a test',
      })
      .execute();
  if (time === 'live') await relate(tie, -1, null);
  if (time === 'ended') await relate(tie, -2, -1);
  if (time === 'not-begun') await relate(tie, 1, null);
  if (listed) await relate('named-list', -1, null);
  if (glass !== 'none')
    await tx
      .insertInto('break_glass')
      .values({
        service_id: serviceId,
        id: newId(),
        child_id: childId,
        staff_id: who,
        reason: 'Invented emergency',
        starts_at: new Date(now - (glass === 'open' ? 1 : 4) * hour),
        ends_at: new Date(now + (glass === 'open' ? 1 : -2) * hour),
      })
      .execute();
  return childId;
}

async function mayAdd(tx: Tx, kind: Kind, childId: string, anchor: string): Promise<boolean> {
  await sql`savepoint trying`.execute(tx);
  try {
    await kind.add(tx, childId, anchor);
    return true;
  } catch (error) {
    if (!/row-level security/.test(String(error))) throw error;
    await sql`rollback to savepoint trying`.execute(tx);
    return false;
  }
}

it('any role, with any tie to any child, sees and writes what the matrix says and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(situations, async (situation) => {
      await trialOfDuties(database(), async ({ tx, become }) => {
        const childId = await layOut(tx, situation);
        const anchor = await addAnchor(tx, childId);
        await situation.kind.add(tx, childId, anchor);
        await become(personOf[situation.role]);
        const { reads, writes } = predicted(situation);
        const seen = await situation.kind.seen(tx, childId);
        expect(seen.length, `reads ${situation.kind.name}`).toBe(reads ? 1 : 0);
        expect(
          await mayAdd(tx, situation.kind, childId, anchor),
          `writes ${situation.kind.name}`,
        ).toBe(writes);
      });
    }),
    { numRuns: 150 },
  );
}, 120_000);

it('every role is tried against every class at least once, without any tie', () =>
  trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
    const childId = await makeChild(tx, { worker: 'ben-thackery' });
    const anchor = await addAnchor(tx, childId);
    for (const kind of kinds) await kind.add(tx, childId, anchor);
    for (const role of roleNames) {
      await become(personOf[role]);
      for (const kind of kinds) {
        const { reads } = predicted({
          role,
          kind,
          tie: 'duty',
          time: 'none',
          sealed: false,
          listed: false,
          glass: 'none',
        });
        const seen = await kind.seen(tx, childId);
        expect(seen.length, `${role} and ${kind.name}`).toBe(reads ? 1 : 0);
      }
      await becomeOwner();
    }
  }));
