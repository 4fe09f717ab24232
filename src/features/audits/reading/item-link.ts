import type { RecordItem, RecordItemKind } from '../../../domain/audits/record-items.data.ts';
import { urls } from '../../../urls.ts';

const pageOf: Readonly<Record<RecordItemKind, (childId: string, id: string) => string>> = {
  assessment: urls.assessments.whole,
  plan: urls.plans.current,
  contact: urls.contacts.one,
  review: urls.reviews.one,
  oversight: (childId) => urls.oversight.entries(childId),
  victim: urls.victims.one,
};

/** Where a piece of evidence opens in the child's record. */
export const itemLink = (childId: string, { kind, id }: Pick<RecordItem, 'kind' | 'id'>) =>
  pageOf[kind](childId, id);
