import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { savedOf } from '../../platform/db/optimistic.ts';
import type { FormError } from '../../platform/http/parse-form.ts';
import type { AddressChange, AddressInput } from './addresses.form.ts';
import { addresses } from './addresses.queries.ts';
import { unlessOverlapping } from './unless-refused.ts';

/** Adds where the child lives from a day; the home before it ends on that day. */
export async function addAddress(
  tx: Tx,
  actor: Actor,
  childId: string,
  input: AddressInput,
  today: Day,
): Promise<readonly FormError[] | null> {
  const known = await addresses(tx, childId);
  const later = known.find(({ valid_from, valid_to }) =>
    valid_to ? valid_to > input.from : valid_from >= input.from,
  );
  if (later) {
    const message = later.valid_to
      ? `The child is recorded at ${later.lines} until ${formatDay(later.valid_to)}: enter a later day, or mend that address first`
      : `The child is recorded at ${later.lines} from ${formatDay(later.valid_from)}: enter a later day, or mend that address first`;
    return [{ field: 'from-day', message }];
  }
  const isVerified = input.flags.includes('verified');
  const added = await unlessOverlapping(tx, async () => {
    await tx
      .updateTable('child_address')
      .set({ valid_to: input.from })
      .where('child_id', '=', childId)
      .where('valid_to', 'is', null)
      .execute();
    await tx
      .insertInto('child_address')
      .values({
        service_id: actor.serviceId,
        id: newId(),
        child_id: childId,
        lines: input.lines,
        postcode: input.postcode,
        postcode_search: input.postcode?.replace(' ', '') ?? null,
        accommodation_type: input.accommodation,
        suitable: input.suitable,
        non_disclosure: input.flags.includes('non-disclosure'),
        valid_from: input.from,
        source: input.source,
        ...(isVerified ? { verified_on: today, verified_by: actor.staffId } : {}),
      })
      .execute();
  });
  if (added) return null;
  const message =
    'Another address is recorded for these days. It may be one that you may not see: ask the child’s worker or a manager';
  return [{ field: 'from-day', message }];
}

/** Ends, confirms or hides an address. */
export async function changeAddress(
  tx: Tx,
  actor: Actor,
  addressId: string,
  input: AddressChange,
  today: Day,
) {
  const verified = input.flags.includes('verified')
    ? { verified_on: today, verified_by: actor.staffId }
    : {};
  return savedOf(
    await tx
      .updateTable('child_address')
      .set({
        suitable: input.suitable,
        valid_to: input.until,
        non_disclosure: input.flags.includes('non-disclosure'),
        ...verified,
      })
      .where('id', '=', addressId)
      .where('version', '=', input.version)
      .executeTakeFirstOrThrow(),
  );
}
