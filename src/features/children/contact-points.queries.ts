import type { Tx } from '../../platform/db/as-actor.ts';

export type ContactPoint = Awaited<ReturnType<typeof contactPoints>>[number];

/** Telephones and e-mail of the child and their carers, those in use first. */
export const contactPoints = (tx: Tx, childId: string) =>
  tx
    .selectFrom('child_contact_point')
    .select([
      'id',
      'kind',
      'value',
      'whose',
      'safe_to_use',
      'note',
      'valid_from',
      'valid_to',
      'version',
    ])
    .where('child_id', '=', childId)
    .orderBy('valid_to', (order) => order.desc().nullsFirst())
    .orderBy('id')
    .execute();
