import type { LevelId } from '../domain/assessments/levels.data.ts';
import type { Random } from './random.ts';

export const homes = ['mother', 'both', 'grandmother', 'foster', 'friends'] as const;
/** With whom the child lives: every part of a story that speaks of home follows from it. */
export type Home = (typeof homes)[number];

export const homesOf = {
  mother: { carer: 'mum', source: 'Mother', accommodation: 'at-home', settled: 'yes' },
  both: { carer: 'mum', source: 'Mother and father', accommodation: 'at-home', settled: 'yes' },
  grandmother: {
    carer: 'nan',
    source: 'Grandmother',
    accommodation: 'family-not-parents',
    settled: 'yes',
  },
  foster: {
    carer: 'the foster carer',
    source: 'Foster carer',
    accommodation: 'foster-council',
    settled: 'yes',
  },
  friends: { carer: 'mum', source: 'Mother', accommodation: 'sofa-surfing', settled: 'no' },
} as const satisfies Record<Home, object>;

/** Draws a home; one that is not settled comes with a worry for the child's safety. */
export function homeFrom(random: Random, safety: LevelId): Home {
  if (safety === 'low')
    return random.pick(['mother', 'mother', 'mother', 'both', 'both', 'grandmother', 'foster']);
  return random.pick(['mother', 'mother', 'both', 'grandmother', 'foster', 'friends']);
}

/** The texts that are true in this home; one that names no home is true in each. */
export const fittingHome = <T extends { readonly homes?: readonly Home[] | undefined }>(
  items: readonly T[],
  home: Home,
): readonly T[] => items.filter(({ homes: only }) => !only || only.includes(home));
