import { isNotKnown } from '../text/not-known.ts';

/** Sex as recorded: what is not asked, not known and not one of the two are different. */
export type Sex = 'female' | 'male' | 'another' | 'unknown' | 'not-asked';

/** Sex read from a cell, or text that means none of them. */
export type ReadSex =
  | { readonly kind: 'read'; readonly sex: Sex }
  | { readonly kind: 'unreadable'; readonly reason: string };

const WRITTEN = {
  female: ['f', 'female', 'girl', 'woman', '2', 'fem'],
  male: ['m', 'male', 'boy', 'man', '1'],
  another: ['x', 'other', 'another', 'indeterminate', 'intersex', '9'],
  unknown: ['u', 'unknown', 'not known', 'nk', 'n/k', '0', 'z'],
  'not-asked': [],
} as const satisfies Record<Sex, readonly string[]>;

/** Reads sex as police and schools write it: M, m, Male, F, Female, U. */
export function readSex(text: string): ReadSex {
  const wanted = text.trim().toLowerCase().replace(/\.$/, '');
  for (const sex of Object.keys(WRITTEN) as (keyof typeof WRITTEN)[]) {
    const ways: readonly string[] = WRITTEN[sex];
    if (ways.includes(wanted)) return { kind: 'read', sex };
  }
  if (isNotKnown(text)) return { kind: 'read', sex: 'not-asked' };
  return { kind: 'unreadable', reason: `“${text.trim()}” is not a sex we can read: write M or F` };
}

/** Whether two recorded sexes speak against each other; what is not known never does. */
export function sexesDisagree(a: Sex, b: Sex): boolean {
  const known: readonly Sex[] = ['female', 'male', 'another'];
  return known.includes(a) && known.includes(b) && a !== b;
}
