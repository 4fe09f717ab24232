import { sql } from 'kysely';
import { can } from '../domain/access/can.ts';
import { formatInstant } from '../domain/calendar/british-time.ts';
import type { Tx } from '../platform/db/as-actor.ts';
import type { ChildContext } from '../platform/http/context.ts';
import type { Html } from '../ui/html.ts';
import { urls } from '../urls.ts';
import { type Item, Items } from './items.tsx';

/** Two records that became one, and whether that was taken back. */
export type Merge = {
  readonly id: string;
  readonly version: number;
  readonly child_id: string;
  readonly other_id: string;
  readonly kept_number: string;
  readonly other_number: string;
  readonly reason: string;
  readonly knows_all: boolean;
  readonly created_at: Date;
  readonly merged_by: string | null;
  readonly taken_back_at: Date | null;
  readonly back_by: string | null;
  readonly taken_back_reason: string | null;
};

/** Merges that this person may know of, the newest first: of a child's record as either of the two, or of the whole service. */
export async function mergesOf(
  tx: Tx,
  childId: string | null,
  { limit, offset } = { limit: 50, offset: 0 },
): Promise<readonly Merge[]> {
  const { rows } = await sql<Merge>`
    select m.id, m.version, m.child_id, m.other_id, k.number as kept_number, o.number as other_number, m.reason, m.knows_all, m.created_at,
      s.name as merged_by, m.taken_back_at, b.name as back_by, m.taken_back_reason
    from child_merge m
    join child k on k.service_id = m.service_id and k.id = m.child_id
    join child o on o.service_id = m.service_id and o.id = m.other_id
    left join staff s on s.service_id = m.service_id and s.id = m.created_by
    left join staff b on b.service_id = m.service_id and b.id = m.taken_back_by
    where ${childId}::uuid is null or ${childId}::uuid in (m.child_id, m.other_id)
    order by m.created_at desc, m.id limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

const who = (name: string | null) => name ?? 'a person who has left';

/** One merge as an item of a list: when, by whom, why, and the same of taking it back. */
export const mergeItem = (merge: Merge): Item => ({
  title: `Record ${merge.other_number} was merged into ${merge.kept_number}`,
  badges: merge.taken_back_at ? [{ text: 'Taken back', tone: 'neutral' }] : [],
  lines: [
    `${formatInstant(merge.created_at)}, ${who(merge.merged_by)}. ${merge.reason}`,
    merge.taken_back_at
      ? `Taken back on ${formatInstant(merge.taken_back_at)}, ${who(merge.back_by)}. ${merge.taken_back_reason}`
      : '',
  ],
});

/** The merges of a child's record, with the way to take one back for whoever may. */
export function MergesTold({
  context: { actor, child },
  merges,
}: {
  readonly context: Pick<ChildContext, 'actor' | 'child'>;
  readonly merges: readonly Merge[];
}): Html | null {
  if (merges.length === 0) return null;
  return (
    <section aria-labelledby="merges">
      <h2 class="govuk-heading-m" id="merges">
        Merged records
      </h2>
      <p class="govuk-body">
        Who looked while two records were one stands in the log of the one that was kept.
      </p>
      <Items
        items={merges.map((merge) => ({
          ...mergeItem(merge),
          action:
            merge.taken_back_at === null && can(actor, 'child.unmerge')
              ? { href: urls.child.unmerge(child.id, merge.id), text: 'These are two children' }
              : undefined,
        }))}
      />
    </section>
  );
}
