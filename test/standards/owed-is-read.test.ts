import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { claimsOf } from '../../src/domain/access/can.ts';
import { sharedDatabase } from '../support/database.ts';

const database = sharedDatabase();
// Read as their own row is (`db/policies/duty.sql`), whatever the standard is made of.
const asTheirRow =
  /^(action|information|audit.*|break-glass|sealed-list|inspection|time-limit|national-figure|snapshot|board-seat)$/;
const owes = {
  manager: 'practice-manager',
  worker: 'case-manager',
  head: 'head-of-service',
} as const;

it('whoever owes a duty may read all that it is made of, or it would stand on nobody’s home', async () => {
  const { rows } = await sql<{ name: string; needs: string[]; shape: string }>`
    select name, needs, pg_get_viewdef(name::regclass) as shape from standard order by name`.execute(
    database().owner,
  );
  const unread = rows.flatMap(({ name, needs, shape }) => {
    const by = /'([a-z-]+)'::text AS owed_by/.exec(shape)?.[1] ?? '';
    const link = /'([a-z-]+)'::text AS link_kind/.exec(shape)?.[1] ?? '';
    const role = owes[by as keyof typeof owes];
    if (!role || asTheirRow.test(link)) return [];
    const { read, may } = claimsOf(role);
    const missing = needs.filter((need) => ![...read, ...may].includes(need));
    return missing.length > 0 ? [`${name} of the ${by}: ${missing.join(', ')}`] : [];
  });
  expect(rows.length).toBeGreaterThan(60);
  expect(unread).toEqual([]);
});
