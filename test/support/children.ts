import { searchKeys } from '../../src/domain/people/search-keys.ts';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, staffId } from './database.ts';

let made = 0;

/** An invented child, made as the owner; give `worker` to allocate them. */
export async function makeChild(
  tx: Tx,
  given: {
    forename?: string;
    surname?: string;
    dateOfBirth?: string;
    worker?: string;
    restricted?: boolean;
  } = {},
): Promise<string> {
  const id = newId();
  const forename = given.forename ?? 'Wren';
  const surname = given.surname ?? 'Testaway';
  made += 1;
  const keys = searchKeys({ forename, surname, dateOfBirth: null, sex: 'not-asked' });
  await tx
    .insertInto('child')
    .values({
      service_id: serviceId,
      id,
      number: `T-${process.pid}-${made}`,
      forename,
      surname,
      date_of_birth: given.dateOfBirth ?? '2011-05-04',
      sex: 'not-asked',
      name_search: keys.nameSearch,
      name_sounds: [...keys.nameSounds, ...keys.nicknames],
    })
    .execute();
  if (given.worker) await relate(tx, id, given.worker, 'allocated');
  if (given.restricted) await seal(tx, id);
  return id;
}

/** Seals a child's record: from now on only its named list sees it. */
export async function seal(tx: Tx, childId: string): Promise<void> {
  await tx
    .insertInto('restricted_record')
    .values({
      service_id: serviceId,
      id: newId(),
      child_id: childId,
      reason: 'child-of-staff',
      detail: 'Invented',
      starts_on: '2026-01-01',
    })
    .execute();
}

/** A live relationship from an hour ago, made as the owner. */
export async function relate(
  tx: Tx,
  childId: string,
  code: string,
  kind: string,
  endsAt: Date | null = null,
): Promise<void> {
  await tx
    .insertInto('relationship')
    .values({
      service_id: serviceId,
      id: newId(),
      child_id: childId,
      staff_id: staffId(code),
      kind,
      starts_at: new Date(Date.now() - 3_600_000),
      ends_at: endsAt,
      reason: 'For a test',
    })
    .execute();
}
