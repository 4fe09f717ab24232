import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, staffId } from './database.ts';

/** A signed assessment of the service's own tool, made as the owner or its worker. Levels not given are low. */
export async function makeSignedAssessment(
  tx: Tx,
  childId: string,
  given: {
    kind?: 'initial' | 'review' | 'final';
    signedOn?: string;
    safety?: string;
    harm?: string;
    content?: object;
  } = {},
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('assessment')
    .values({
      service_id: serviceId,
      id,
      child_id: childId,
      template_id: 'foothold',
      template_version: 1,
      kind: given.kind ?? 'initial',
      status: 'draft',
      content: JSON.stringify(given.content ?? {}),
      started_on: '2026-01-05',
      started_by: staffId('ama-lovelock'),
    })
    .execute();
  await tx
    .updateTable('assessment')
    .set({
      status: 'signed',
      likelihood_level: 'low',
      safety_level: given.safety ?? 'low',
      harm_level: given.harm ?? 'low',
      submitted_on: given.signedOn ?? '2026-01-12',
      submitted_by: staffId('ama-lovelock'),
      signed_on: given.signedOn ?? '2026-01-12',
    })
    .where('id', '=', id)
    .execute();
  return id;
}
