import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId } from './database.ts';

/** What stands in a letter to the child, in its columns. */
export const toTheChild = {
  ...{ record_class: 'RC3', kind: 'to-child', to_whom: 'child', to_name: 'Wren' },
  ...{ subject: 'How are you?', words: 'Dear Wren,\n\nHow are you?' },
} as const;

/** A letter, to the child if nothing else is said; its id. */
export async function layLetter(tx: Tx, childId: string, more: object = {}): Promise<string> {
  const id = newId();
  await tx
    .insertInto('letter')
    .values({ service_id: serviceId, id, child_id: childId, ...toTheChild, ...more })
    .execute();
  return id;
}

/** A letter was given by hand. */
export const layGiven = (tx: Tx, childId: string, letter_id: string, more: object = {}) =>
  tx
    .insertInto('letter_delivery')
    .values({
      ...{ service_id: serviceId, id: newId(), child_id: childId, letter_id },
      ...{ how: 'by-hand', given_on: '2026-03-02', proof: 'Wren took it', ...more },
    })
    .execute();

/** An e-mail of the child, safe to use if nothing else is said; its id. */
export async function layPoint(tx: Tx, childId: string, more: object = {}): Promise<string> {
  const id = newId();
  const point = { value: 'wren@eastmarsh.example', kind: 'email', ...more };
  await tx
    .insertInto('child_contact_point')
    .values({
      ...{ service_id: serviceId, id, child_id: childId, whose: 'Child', safe_to_use: 'yes' },
      ...{ valid_from: '2026-01-05', value_search: point.value.toLowerCase(), ...point },
    })
    .execute();
  return id;
}

/** A letter in the outbox, for a person to send by e-mail if nothing else is said; its id. */
export async function laySending(
  tx: Tx,
  childId: string,
  row: { readonly letter_id: string; readonly contact_point_id: string } & object,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('letter_sending')
    .values({
      ...{ service_id: serviceId, id, child_id: childId, channel: 'email', sender: 'person' },
      ...row,
    })
    .execute();
  return id;
}
