/** Whom a judgement may rest on; the assessor says of each whether it was used. */
import { labelIn } from '../reference/label-in.ts';
export const sourceKinds = [
  { id: 'child', label: 'The child' },
  { id: 'parent', label: 'A parent or carer' },
  { id: 'school', label: 'School, college or training' },
  { id: 'police', label: 'Police' },
  { id: 'health', label: 'Health' },
  { id: 'social-care', label: 'Children’s social care' },
  { id: 'records', label: 'Our own and earlier records' },
  { id: 'other', label: 'Somebody else' },
] as const;

/** Which kind of source an agency is that was asked for information; the others are somebody else. */
export const kindOfAgency: Readonly<Record<string, SourceKind>> = {
  education: 'school',
  school: 'school',
  police: 'police',
  health: 'health',
  'mental-health': 'health',
  'speech-language': 'health',
  'substance-misuse': 'health',
  'social-care': 'social-care',
};

export type SourceKind = (typeof sourceKinds)[number]['id'];

/** What became of asking a source: one that never replied is a gap to be seen, not to be left out. */
export const sourceUses = [
  { id: 'used', label: 'Used' },
  { id: 'not-relevant', label: 'Asked, not relevant' },
  { id: 'no-reply', label: 'Asked, no reply' },
] as const;

export const sourceLabel = (kind: SourceKind): string => labelIn(sourceKinds, kind);
