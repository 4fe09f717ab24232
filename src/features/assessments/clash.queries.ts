import { z } from 'zod';
import type { Actor } from '../../domain/access/can.ts';
import { type Content, readContent } from '../../domain/assessments/content.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { saveDraft } from '../../platform/db/drafts.ts';
import { newId } from '../../platform/db/new-id.ts';

/** Somebody's work that met another's on the same question, kept until they have chosen. */
export type Clash = {
  readonly field: string;
  /** The version they had when they wrote. */
  readonly base: number;
  readonly mine: Content;
};

const clashKey = (assessmentId: string) => `assessment-${assessmentId}-merge`;
const kept = z.object({ base: z.number().int(), mine: z.unknown() });

/** Keeps the work aside, in its writer's own drafts, so that closing the browser loses nothing. */
export function keepClash(
  tx: Tx,
  actor: Actor,
  assessmentId: string,
  clash: { readonly base: number; readonly mine: Content },
): Promise<void> {
  return saveDraft(tx, actor, clashKey(assessmentId), newId(), JSON.stringify(clash));
}

/** The oldest work of this person that still waits to be joined. */
export async function oldestClash(tx: Tx, assessmentId: string): Promise<Clash | null> {
  const row = await tx
    .selectFrom('draft')
    .select(['field', 'value'])
    .where('form_key', '=', clashKey(assessmentId))
    .orderBy('field')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { base, mine } = kept.parse(JSON.parse(row.value));
  return { field: row.field, base, mine: readContent(mine) };
}

export async function dropClash(tx: Tx, assessmentId: string, field: string): Promise<void> {
  await tx
    .deleteFrom('draft')
    .where('form_key', '=', clashKey(assessmentId))
    .where('field', '=', field)
    .execute();
}
