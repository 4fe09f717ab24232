import { sql } from 'kysely';
import type { Day } from '../../domain/calendar/day.ts';
import { searchKeys } from '../../domain/people/search-keys.ts';
import type { Tx } from './as-actor.ts';
import { newId } from './new-id.ts';

/** What must be known of a child before a record can be made. */
export type NewChild = {
  readonly forename: string;
  readonly surname: string;
  readonly knownAs?: string | null;
  readonly dateOfBirth: Day | null;
  readonly dateOfBirthStatus?: 'known' | 'estimated' | 'unknown';
  readonly sex: string;
};

/** Makes a child's record with the service's next number and its search keys; gives the record's id. */
export async function addChild(
  tx: Tx,
  actor: { readonly serviceId: string },
  child: NewChild,
): Promise<string> {
  const id = newId();
  const number = (await nextNumbers(tx, 1))[0] ?? '';
  await tx
    .insertInto('child')
    .values(childRow(actor.serviceId, id, number, child))
    .execute();
  return id;
}

/** The next numbers of the service whose claims the transaction has; others wait for theirs until it ends. */
export async function nextNumbers(tx: Tx, count: number): Promise<readonly string[]> {
  const { rows } = await sql<{
    number: string;
  }>`select number from next_child_numbers(${count}::int) as number order by number`.execute(tx);
  return rows.map((row) => row.number);
}

/** The number that was given last; others wait for theirs until the transaction ends. */
export async function lastNumber(tx: Tx): Promise<string> {
  const { rows } = await sql<{
    number: string | null;
  }>`select last_child_number() as number`.execute(tx);
  return rows[0]?.number ?? '';
}

/** The row of a child, search keys and all, for those who make many at once. */
export function childRow(serviceId: string, id: string, number: string, child: NewChild) {
  const { forename, surname, knownAs = null, dateOfBirth, sex } = child;
  const keys = searchKeys({
    forename,
    surname,
    alsoKnownAs: knownAs ? [knownAs] : [],
    dateOfBirth,
    sex: 'not-asked',
  });
  return {
    service_id: serviceId,
    id,
    number,
    forename,
    surname,
    known_as: knownAs,
    date_of_birth: dateOfBirth,
    date_of_birth_status: child.dateOfBirthStatus ?? (dateOfBirth ? 'known' : 'unknown'),
    sex,
    name_search: keys.nameSearch,
    name_sounds: [...new Set([...keys.nameSounds, ...keys.nicknames])],
  };
}
