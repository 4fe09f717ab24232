import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId } from './database.ts';

/** A register and an entry of it that waits for a person; made as the owner. */
export async function makeRegister(tx: Tx): Promise<{ register: string; entry: string }> {
  const register = newId();
  const entry = newId();
  const made = { service_id: serviceId };
  await tx
    .insertInto('court_register')
    .values({ ...made, id: register, file_name: 'register.csv', file_hash: 'x' })
    .execute();
  await tx
    .insertInto('register_entry')
    .values({
      ...made,
      id: entry,
      register_id: register,
      lines: '[3]',
      said: JSON.stringify({ surname: 'Invented' }),
      fingerprint: 'x',
      state: 'held',
    })
    .execute();
  return { register, entry };
}
