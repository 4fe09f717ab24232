import { type Actor, can } from '../../domain/access/can.ts';
import type { Inspection } from './inspections.queries.ts';

/** Whether this person writes in an inspection: all of it who edits or rates every one, and whoever leads this one. */
export const mayWriteIn = (
  actor: Actor,
  { state, leadId }: Pick<Inspection, 'state' | 'leadId'>,
  permission: 'inspection.edit' | 'inspection.rate' = 'inspection.edit',
): boolean =>
  state !== 'published' &&
  (can(actor, permission) || (can(actor, 'inspection.lead') && leadId === actor.staffId));
