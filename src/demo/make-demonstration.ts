import type { Database } from '../platform/db/connect.ts';
import { type DemoPeople, demoPeople } from './people.ts';

export type DemoOptions = {
  readonly now: Date;
  readonly children?: number;
  readonly seed?: number;
};

/** Makes the demonstration service Eastmarsh, once; the same seed and day give the same service. */
export async function makeDemonstration(
  database: Database,
  options: DemoOptions,
): Promise<DemoPeople | null> {
  const found = await database.owner
    .selectFrom('service')
    .select('id')
    .where('code', '=', 'eastmarsh')
    .executeTakeFirst();
  if (found) return null;
  return database.owner.transaction().execute((tx) => demoPeople(tx, options.now));
}
