import { isNotKnown } from '../text/not-known.ts';

/** Whether the child admits it, as police put it. */
export type Admission = 'yes' | 'no' | 'no-comment' | 'unknown';

/** A yes or no where the list may also not say. */
export type YesNo = 'yes' | 'no' | 'unknown';

const YES = [
  'y',
  'yes',
  'true',
  '1',
  'full',
  'full admission',
  'admitted',
  'admits',
  'partial',
  'part',
];
const NO = ['n', 'no', 'false', '0', 'none', 'denied', 'denies', 'not admitted', 'nil'];
const NO_COMMENT = ['no comment', 'nc', 'n/c', 'no reply', 'silent', 'no comment interview'];

/** Reads the admission cell; null when it says something else. */
export function readAdmission(text: string): Admission | null {
  const answer = tidy(text);
  return NO_COMMENT.includes(answer) ? 'no-comment' : readYesNo(text);
}

/** Reads yes or no; an empty cell is not known, null is something else. */
export function readYesNo(text: string): YesNo | null {
  const answer = tidy(text);
  if (YES.includes(answer)) return 'yes';
  if (NO.includes(answer)) return 'no';
  return isNotKnown(text) ? 'unknown' : null;
}

function tidy(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '');
}
