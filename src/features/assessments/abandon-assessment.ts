import type { Actor } from '../../domain/access/can.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import type { OpenAssessment } from './assessment.queries.ts';
import { addVersion } from './save-content.ts';

/** Puts away a draft that was started by mistake; it stays readable, with the reason. */
export async function abandonAssessment(
  tx: Tx,
  actor: Actor,
  open: OpenAssessment,
  input: { readonly version: number; readonly reason: string },
): Promise<'abandoned' | 'moved-on'> {
  const row = await tx
    .updateTable('assessment')
    .set({ status: 'abandoned' })
    .where('id', '=', open.id)
    .where('version', '=', input.version)
    .where('status', 'in', ['draft', 'returned'])
    .returning('version')
    .executeTakeFirst();
  if (!row) return 'moved-on';
  await addVersion(tx, actor, open, {
    version: row.version,
    content: open.content,
    event: 'abandon',
    comment: input.reason,
  });
  return 'abandoned';
}
