import type { Tx } from '../../src/platform/db/as-actor.ts';
import type { Database } from '../../src/platform/db/connect.ts';
import { makeChild } from './children.ts';
import { trial } from './database.ts';
import { duties } from './duties.ts';

/** Asks one standard about a child of Ama's for whom rows were laid: all it says, or only when it was done or fell away. */
export function askedOf(database: () => Database) {
  const asked = (
    view: string,
    lay: (tx: Tx, childId: string) => Promise<unknown>,
    reader = 'ama-lovelock',
  ) =>
    new Promise<Awaited<ReturnType<typeof duties>>>((resolve, reject) => {
      trial(database(), async ({ tx, become }) => {
        const childId = await makeChild(tx, { worker: 'ama-lovelock' });
        await lay(tx, childId);
        await become(reader);
        resolve(await duties(tx, view, childId));
      }).catch(reject);
    });
  const done = async (...given: Parameters<typeof asked>) =>
    (await asked(...given)).map((duty) => duty.done);
  const stopped = async (...given: Parameters<typeof asked>) =>
    (await asked(...given)).map((duty) => duty.stopped);
  return { asked, done, stopped };
}
