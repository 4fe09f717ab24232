import type { Actor } from '../../../domain/access/can.ts';
import { subjectLink } from '../../../record/subject-link.ts';
import { urls } from '../../../urls.ts';

/** The kinds a manager chooses; the others are written by the step they belong to. */
export const entryKinds = [
  {
    id: 'case-direction',
    label: 'Case direction',
    hint: 'Where the work should go and why, when it begins or changes',
  },
  {
    id: 'supervision',
    label: 'Supervision',
    hint: 'What you and the worker talked through about this child',
  },
  { id: 'note', label: 'Note', hint: 'Anything else that a manager should leave on the record' },
] as const;

const otherKinds: Readonly<Record<string, string>> = {
  countersignature: 'Countersignature',
  'exception-review': 'Exception reviewed',
  'review-check': 'Review checked',
  'break-glass-review': 'Emergency access reviewed',
};

/** A kind of entry in words. */
export const kindWords = (kind: string) =>
  entryKinds.find(({ id }) => id === kind)?.label ?? otherKinds[kind] ?? kind;

/** What there is to look at, without what to do about it. */
export const riskWords = (what: string) => what.replace(/:.*/, '');

// By the standard that asks a manager to look: what kind of row it is about.
const riskKinds: Readonly<Record<string, string>> = {
  'worry-look': 'contact',
  'risk-look': 'signed-assessment',
  'home-lost-look': 'address',
  'contingency-look': 'plan',
  'decision-look': 'decision',
};

/** Where what is to be looked at is written, for whoever may read it there. */
export const riskLink = (
  actor: Pick<Actor, 'role'>,
  childId: string,
  { id, standard }: { readonly id: string; readonly standard: string },
): string | null => subjectLink(actor, { kind: riskKinds[standard] ?? '', id, childId });

/** What the entry is about, where it is about one thing. */
export function aboutEntry(
  entry: { readonly about_table: string | null; readonly about_id: string | null },
  childId: string,
): { readonly href: string; readonly text: string } | null {
  if (!entry.about_id) return null;
  if (entry.about_table === 'assessment')
    return { href: urls.assessments.one(childId, entry.about_id), text: 'The assessment' };
  if (entry.about_table === 'review')
    return { href: urls.reviews.one(childId, entry.about_id), text: 'The review' };
  return null;
}
