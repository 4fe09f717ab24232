import { sql } from 'kysely';
import { type Day, formatDay } from '../domain/calendar/day.ts';
import type { Tx } from '../platform/db/as-actor.ts';
import type { Html } from '../ui/html.ts';

/** Somebody harmed who must be kept safe, as whoever looks may know them. */
export type KeptSafe = {
  readonly label: string;
  readonly line: string | null;
  /** The day on which their line was closed: the need stays until somebody says that it is over. */
  readonly closed: Day | null;
};

/** That somebody harmed (`v`, a victim_involvement) must be kept safe, whether or not there is work with them. */
export const mustBeKeptSafe = sql`(v.safety_need = 'yes' and v.safety_over_on is null)`;

/** What keeps somebody harmed (`v`) safe, for a paper; empty where nothing must. */
export const keptSafeLine = sql`case when ${mustBeKeptSafe} then coalesce(v.safety_line, 'Ask the victim worker how') else '' end`;

/** Those who must be kept safe, as one column of a statement about a child. */
export const keptSafe = (childId: string) => sql<readonly KeptSafe[]>`coalesce((
  select jsonb_agg(jsonb_build_object('label', v.label, 'line', v.safety_line, 'closed', v.ended_on) order by v.label)
  from victim_involvement v
  where v.child_id = ${childId} and ${mustBeKeptSafe}), '[]')`;

/** Those who must be kept safe, for a page that asks nothing else of the child's record. */
export const readKeptSafe = async (tx: Tx, childId: string) =>
  (await tx.selectNoFrom(keptSafe(childId).as('people')).executeTakeFirstOrThrow()).people;

/** Who must be kept safe and how, in a line. */
export const keptSafeWords = ({ label, line, closed }: KeptSafe): string =>
  `${label}${closed ? ` (line closed on ${formatDay(closed)}, the need still holds)` : ''}: ${line ?? 'ask the victim worker how'}`;

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
