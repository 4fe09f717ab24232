import { sql } from 'kysely';
import type { ReferenceRow } from '../../domain/reference/reference-row.ts';
import type { Tx } from './as-actor.ts';

/** Every row of some code lists in their order, whatever day it is in force, by the list. */
export async function referenceRows<List extends string>(
  tx: Tx,
  lists: readonly List[],
): Promise<Readonly<Record<List, readonly ReferenceRow[]>>> {
  const { rows } = await sql<ReferenceRow & { readonly list: string }>`
    select list, code, label, attributes, source, confidence, valid_from as "validFrom", valid_to as "validTo"
    from reference_code where list = any (${[...lists]}::text[]) order by list, sort`.execute(tx);
  const found = {} as Record<List, readonly ReferenceRow[]>;
  for (const list of lists) found[list] = rows.filter((row) => row.list === list);
  return found;
}
