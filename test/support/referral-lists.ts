import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId } from './database.ts';

/** Those who neither run nor watch the referrals inbox. */
export const outsiders = [
  'ama-lovelock',
  'quentin-larkin',
  'ursula-peaceful',
  'xanthe-goodenough',
  'cleo-abacus',
  'edith-fairlamp',
  'gwendolen-osei',
  'freddie-okafor-bright',
] as const;

/** A list that was imported, a row of it that waits for a person, and how its columns were read; made as the owner. */
export async function makeList(tx: Tx): Promise<void> {
  const importId = newId();
  const made = { service_id: serviceId };
  await tx
    .insertInto('referral_import')
    .values({ ...made, id: importId, file_name: 'list.csv', file_hash: 'x', status: 'done' })
    .execute();
  await tx
    .insertInto('referral_import_row')
    .values({
      ...made,
      id: newId(),
      import_id: importId,
      import_row: 4,
      verdict: 'hold',
      said: JSON.stringify({ name: 'Invented' }),
    })
    .execute();
  await tx
    .insertInto('referral_hold')
    .values({
      ...made,
      id: newId(),
      import_id: importId,
      import_row: 4,
      fields: JSON.stringify({ surname: 'Invented' }),
      fingerprint: 'x',
      reasons: ['Forename is missing'],
    })
    .execute();
  await tx
    .insertInto('column_mapping')
    .values({ ...made, id: newId(), header_key: 'urn|surname', mapping: '{}' })
    .execute();
}
