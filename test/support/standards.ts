import { expect } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import type { Database } from '../../src/platform/db/connect.ts';
import { makeChild } from './children.ts';
import { trialOfDuties } from './database.ts';
import { duties, leaveAlone, put } from './duties.ts';

/** Asks one standard about a child of Ama's for whom rows were laid: all it says, or only when it was done or fell away. */
export function askedOf(database: () => Database) {
  const asked = (
    view: string,
    lay: (tx: Tx, childId: string) => Promise<unknown>,
    reader = 'ama-lovelock',
  ) =>
    new Promise<Awaited<ReturnType<typeof duties>>>((resolve, reject) => {
      trialOfDuties(database(), async ({ tx, become }) => {
        const childId = await makeChild(tx, { worker: 'ama-lovelock' });
        // Somebody else's work keeps nothing of this child's alive.
        await put.involvement(tx, await makeChild(tx));
        await lay(tx, childId);
        await become(reader);
        const found = await duties(tx, view, childId);
        await leaveAlone(tx);
        expect(await duties(tx, view, childId), 'as with no other service').toEqual(found);
        resolve(found);
      }).catch(reject);
    });
  const done = async (...given: Parameters<typeof asked>) =>
    (await asked(...given)).map((duty) => duty.done);
  const stopped = async (...given: Parameters<typeof asked>) =>
    (await asked(...given)).map((duty) => duty.stopped);
  return { asked, done, stopped };
}
