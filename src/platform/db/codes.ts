import { sql } from 'kysely';
import type { Code } from '../../domain/reference/codes.ts';
import type { Tx } from './as-actor.ts';

/** Several code lists at once, in their own order: one statement a page. */
export async function codeLists<const L extends string>(
  tx: Tx,
  lists: readonly L[],
): Promise<Record<L, Code[]>> {
  const rows = await tx
    .selectFrom('reference_code')
    .select(['list', 'code', 'label', 'confidence', 'attributes'])
    .select(
      sql<boolean>`coalesce(british_day(now()) between coalesce(valid_from, '-infinity') and coalesce(valid_to, 'infinity'), true)`.as(
        'inForce',
      ),
    )
    .where('list', 'in', [...lists])
    .orderBy('list')
    .orderBy('sort')
    .orderBy('label')
    .execute();
  const empty = Object.fromEntries(lists.map((list) => [list, []])) as unknown as Record<L, Code[]>;
  for (const { list, attributes, ...code } of rows)
    empty[list as L].push({ ...code, attributes: attributes as Record<string, string> });
  return empty;
}
