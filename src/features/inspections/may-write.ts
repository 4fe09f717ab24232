import { type Actor, can } from '../../domain/access/can.ts';
import { movedOn } from '../../platform/http/moved-on.ts';
import { urls } from '../../urls.ts';
import type { Inspection } from './inspections.queries.ts';

type Written = Pick<Inspection, 'id' | 'state' | 'leadId'>;
type Writes = 'inspection.edit' | 'inspection.rate';

/** Whether an inspection is this person's to write in, published or not. */
export const holds = (
  actor: Actor,
  { leadId }: Written,
  permission: Writes = 'inspection.edit',
): boolean => can(actor, permission) || (can(actor, 'inspection.lead') && leadId === actor.staffId);

/** Whether this person writes in an inspection: all of it who edits or rates every one, and whoever leads this one. */
export const mayWriteIn = (
  actor: Actor,
  inspection: Written,
  permission: Writes = 'inspection.edit',
): boolean => inspection.state !== 'published' && holds(actor, inspection, permission);

const publishedWords = 'The inspection was published meanwhile, and stays as it was published';

/** The same for a page that only writes: who comes after it was published is told so. */
export function writesIn(
  actor: Actor,
  inspection: Written,
  permission: Writes = 'inspection.edit',
): boolean {
  if (!holds(actor, inspection, permission)) return false;
  if (inspection.state === 'published')
    movedOn(publishedWords, {
      href: urls.inspections.one(inspection.id),
      text: 'See the inspection',
    });
  return true;
}

/** For a page that others read: why whoever could write in it does not any more. */
export const closedWhenPublished = ({
  inspection,
}: {
  readonly inspection: Written;
}): string | null => (inspection.state === 'published' ? publishedWords : null);
