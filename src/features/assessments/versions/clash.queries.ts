import { z } from 'zod';
import type { Actor } from '../../../domain/access/can.ts';
import { type Content, readContent } from '../../../domain/assessments/content.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { newId } from '../../../platform/db/new-id.ts';

/** Somebody's work that met another's on the same question, kept until they have chosen. */
export type Clash = {
  /** The key that it is kept under. */
  readonly key: string;
  /** The version they had when they wrote. */
  readonly base: number;
  readonly mine: Content;
};

const clashKey = (assessmentId: string) => `assessment-${assessmentId}-merge`;
const held = z.object({ kept: z.string() });
const work = z.object({ base: z.number().int(), mine: z.unknown() });

/** Keeps the work aside, in its writer's own drafts, so that closing the browser loses nothing. */
export async function keepClash(
  tx: Tx,
  actor: Actor,
  assessmentId: string,
  clash: { readonly base: number; readonly mine: Content },
): Promise<void> {
  const key = `${clashKey(assessmentId)}:${newId()}`;
  await tx
    .insertInto('draft')
    .values({
      service_id: actor.serviceId,
      staff_id: actor.staffId,
      form_key: key,
      typed: JSON.stringify({ kept: JSON.stringify(clash) }),
    })
    .execute();
}

/** The oldest work of this person that still waits to be joined. */
export async function oldestClash(tx: Tx, assessmentId: string): Promise<Clash | null> {
  const row = await tx
    .selectFrom('draft')
    .select(['form_key', 'typed'])
    .where('form_key', 'like', `${clashKey(assessmentId)}:%`)
    .orderBy('form_key')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { kept } = held.parse(row.typed);
  const { base, mine } = work.parse(JSON.parse(kept));
  return { key: row.form_key, base, mine: readContent(mine) };
}
