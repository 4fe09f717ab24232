import type { Tx } from '../../platform/db/as-actor.ts';

export type Address = Awaited<ReturnType<typeof addresses>>[number];

/** Where the child lived, newest first; an address that must not be disclosed only for those who may read it. */
export const addresses = (tx: Tx, childId: string) =>
  selectAddresses(tx)
    .where('child_address.child_id', '=', childId)
    .orderBy('valid_from', 'desc')
    .orderBy('child_address.id')
    .execute();

/** One address of the child. */
export const address = (tx: Tx, childId: string, id: string) =>
  selectAddresses(tx)
    .where('child_address.child_id', '=', childId)
    .where('child_address.id', '=', id)
    .executeTakeFirst();

const selectAddresses = (tx: Tx) =>
  tx
    .selectFrom('child_address')
    .leftJoin('staff', 'staff.id', 'child_address.verified_by')
    .select([
      'child_address.id',
      'lines',
      'postcode',
      'accommodation_type',
      'suitable',
      'non_disclosure',
      'valid_from',
      'valid_to',
      'source',
      'verified_on',
      'staff.name as verified_by',
      'child_address.version',
    ]);
