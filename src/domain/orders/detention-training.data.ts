import type { Provenance } from '../provenance.ts';

const source =
  'HM Prison and Probation Service, calculate-release-dates-api (MIT licence), read August 2026';

/** The numbers behind the dates of a detention and training order. */
export const detentionTraining = {
  /** Whole months of a term, several orders that join included; Sentencing Code sections 236 and 238. */
  term: { fewest: 4, most: 24, source: 'Sentencing Act 2020 ss236-238', confidence: 'recalled' },
  /** For earlier sentences the court itself allowed for days on remand or tagged bail in the length. */
  creditFrom: { day: '2022-06-28', source, confidence: 'confirmed' },
  /** How far before and after the middle of the term a child may be moved, by the months of the term. */
  window: [
    { fromMonths: 18, months: 2, source, confidence: 'confirmed' },
    { fromMonths: 8, months: 1, source, confidence: 'confirmed' },
  ],
} as const satisfies {
  term: Provenance & { fewest: number; most: number };
  creditFrom: Provenance & { day: string };
  window: readonly (Provenance & { fromMonths: number; months: number })[];
};
