import { ownConflicts } from '../../../domain/audits/conflicts.data.ts';
import { movedOn } from '../../../platform/http/moved-on.ts';
import { urls } from '../../../urls.ts';
import type { Judgement, Reading } from './reading.queries.ts';

/** What a reader has judged of one key question, if they have. */
export const judgementOf = (
  reading: Pick<Reading, 'judgements'>,
  keyQuestion: string,
): Judgement | undefined => reading.judgements.find((each) => each.keyQuestion === keyQuestion);

/** Whether a reading may still be changed. */
export const isBeingRead = (
  reading: Pick<Reading, 'doneOn' | 'withdrawnOn' | 'auditStatus'>,
): boolean =>
  reading.doneOn === null && reading.withdrawnOn === null && reading.auditStatus === 'reading';

/** Says that a reading is over, and leads to it. */
export const readingMovedOn = (childId: string, { id }: Pick<Reading, 'id'>): never =>
  movedOn('This reading is finished, or the case was given back: what was judged stays', {
    href: urls.audits.reading(childId, id),
    text: 'See the reading',
  });

/** What somebody is told who may no longer judge the case that they were given; null for everybody else. */
export const noLongerFree = ({ tie }: Pick<Reading, 'tie'>): string | null =>
  tie === null
    ? null
    : `You may no longer judge this case: ${ownConflicts[tie]}. Ask who leads the audit to give it back`;
