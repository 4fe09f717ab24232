import { compareText } from '../text/compare-text.ts';
export type GroupBy = 'ethnicity' | 'sex';

export const NOT_KNOWN = 'Not known';
export const ALL = 'All';

const ORDER = ['White', 'Asian', 'Black', 'Mixed', 'Other', 'Boys', 'Girls'];
const NAMES: Readonly<Record<string, string>> = {
  all: ALL,
  male: 'Boys',
  female: 'Girls',
  'not known': NOT_KNOWN,
  'Chinese or Other Ethnic Group': 'Other',
};

/** With whom others are compared unless the reader chooses. */
export const USUAL_REFERENCE = { ethnicity: 'White', sex: 'Girls' } as const satisfies Record<
  GroupBy,
  string
>;

/** A publisher's name of a group in the words of these pages. */
export const groupName = (published: string) => NAMES[published] ?? published;

/** Known groups in the order of every table: White first, as the usual reference, then by name. */
export const inOrder = (groups: Iterable<string>): string[] =>
  [...new Set(groups)]
    .filter((group) => group !== NOT_KNOWN && group !== ALL)
    .sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b) || compareText(a, b));
