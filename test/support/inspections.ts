import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, staffId } from './database.ts';

/** Lays an inspection, as the owner; a published one carries the figures of one key question. */
export async function makeInspection(
  tx: Tx,
  {
    published = false,
    lead = 'philippa-standfast',
  }: { readonly published?: boolean; readonly lead?: string } = {},
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('inspection')
    .values({
      service_id: serviceId,
      id,
      title: `Inspection ${id.slice(-6)}`,
      kind: 'mock',
      framework_id: '2025',
      inspection_type: 'IYJWCV',
      lead_id: staffId(lead),
      fieldwork_from: '2026-06-01',
      fieldwork_to: '2026-06-05',
      cases_from: '2025-06-01',
      cases_to: '2026-03-30',
      ...(published
        ? {
            state: 'published',
            published_on: '2026-08-01',
            case_figures: JSON.stringify({
              counts: { '2.1.1': { yes: 8, of: 14, notYet: 0 } },
              relevant: [],
              children: [],
            }),
          }
        : {}),
    })
    .execute();
  return id;
}
