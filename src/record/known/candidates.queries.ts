import { sql } from 'kysely';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

/** A child who may be meant, as the record has them now. */
export type CandidateNow = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly dateOfBirth: Day | null;
  readonly address: string | null;
  readonly worker: string | null;
};

/** Children as the record has them now, by their ids; those that were merged or are hidden are not among them. */
export async function childrenAsTheyAre(
  tx: Tx,
  serviceId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CandidateNow>> {
  const { rows: found } = await sql<{
    id: string;
    number: string;
    forename: string;
    surname: string;
    date_of_birth: Day | null;
    lines: string | null;
    postcode: string | null;
    worker: string | null;
  }>`
    select c.id, c.number, c.forename, c.surname, c.date_of_birth, a.lines, a.postcode, s.name as worker from child c
    left join child_address a on a.service_id = c.service_id and a.child_id = c.id and a.valid_to is null
    left join relationship w on w.service_id = c.service_id and w.child_id = c.id and w.kind = 'allocated' and w.ends_at is null
    left join staff s on s.service_id = w.service_id and s.id = w.staff_id
    where c.service_id = ${serviceId} and c.merged_into is null and c.id = any (${ids}::uuid[])`.execute(
    tx,
  );
  return new Map(
    found.map((row) => [
      row.id,
      {
        id: row.id,
        number: row.number,
        name: `${row.forename} ${row.surname}`,
        dateOfBirth: row.date_of_birth,
        address: row.lines === null ? null : [row.lines, row.postcode].filter(Boolean).join(', '),
        worker: row.worker,
      },
    ]),
  );
}

/** A child by the service's own number, for a decision that names somebody else. */
export async function childByNumber(
  tx: Tx,
  serviceId: string,
  number: string,
): Promise<string | null> {
  const row = await tx
    .selectFrom('child')
    .select('id')
    .where('service_id', '=', serviceId)
    .where('number', '=', number.trim().toUpperCase())
    .where('merged_into', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}
