import { sql } from 'kysely';
import type { Tx } from '../platform/db/as-actor.ts';
import type { Html } from '../ui/html.ts';

/** Somebody harmed who must be kept safe, as whoever looks may know them. */
export type KeptSafe = { readonly label: string; readonly line: string | null };

/** Those who must be kept safe, as one column of a statement about a child. */
export const keptSafe = (childId: string) => sql<readonly KeptSafe[]>`coalesce((
  select jsonb_agg(jsonb_build_object('label', v.label, 'line', v.safety_line) order by v.label)
  from victim_involvement v
  where v.child_id = ${childId} and v.safety_need = 'yes' and v.ended_on is null), '[]')`;

/** Those who must be kept safe, for a page that asks nothing else of the child's record. */
export const readKeptSafe = async (tx: Tx, childId: string) =>
  (await tx.selectNoFrom(keptSafe(childId).as('people')).executeTakeFirstOrThrow()).people;

/** Who must be kept safe and how, in a line. */
export const keptSafeWords = ({ label, line }: KeptSafe): string =>
  `${label}: ${line ?? 'ask the victim worker how'}`;

/** Who must be kept safe, wherever something is written that should answer it; nothing where there is nobody. */
export function WhoIsKeptSafe({ people }: { readonly people: readonly KeptSafe[] }): Html | null {
  if (people.length === 0) return null;
  return (
    <div class="govuk-inset-text" role="note" aria-label="Who must be kept safe">
      <strong>Who must be kept safe</strong>
      {people.map((person) => (
        <div class="fh-written">{keptSafeWords(person)}</div>
      ))}
    </div>
  );
}
