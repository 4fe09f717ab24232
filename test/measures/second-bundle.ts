import type { Day } from '../../src/domain/calendar/day.ts';
import type { BundleFile } from '../../src/domain/case-level/files.data.ts';
import type { BundleRow } from '../../src/domain/case-level/judge-file.ts';
import type { Definition } from '../../src/domain/measures/measures.data.ts';

/*
 * The measures worked out a second time, in plain TypeScript from the words of the definitions and child by child, to be held
 * against what db/measures returns. Nothing here knows of it.
 */

export type Bundle = Readonly<Record<BundleFile, readonly BundleRow[]>>;
export type Line = { readonly unit: string; readonly in: boolean; readonly hit: boolean };
export type Row = BundleRow;
export type Asked = { readonly from: Day; readonly to: Day; readonly definition: Definition };

/** Tier and order type of the legal outcomes that the random bundles use. */
export const outcomeKinds: Readonly<Record<string, { tier: string; type: number | null }>> = {
  COMMUNITY_RESOLUTION: { tier: 'diversion', type: 1 },
  COMMUNITY_RESOLUTION_POLICE_FACILITATED: { tier: 'diversion', type: null },
  YOUTH_CAUTION: { tier: 'pre-court', type: 2 },
  YOUTH_CONDITIONAL_CAUTION: { tier: 'pre-court', type: 3 },
  FINE: { tier: 'first-tier', type: null },
  REFERRAL_ORDER: { tier: 'first-tier', type: 4 },
  YOUTH_REHABILITATION_ORDER: { tier: 'community', type: 5 },
  DETENTION_AND_TRAINING_ORDER: { tier: 'custody', type: 6 },
  SECTION_250: { tier: 'custody', type: 6 },
};
export const TIERS = ['pre-court', 'first-tier', 'community', 'custody'];

export const kindOf = (code: string | null | undefined) =>
  outcomeKinds[code ?? ''] ?? { tier: '', type: null };
export const text = (row: Row, column: string) => row[column] ?? '';
export const within = (day: string, from: Day, to: Day) => day !== '' && from <= day && day <= to;
export const isOpen = (row: Row, day: Day) =>
  text(row, 'from') <= day && (!row.to || row.to >= day);
export const quarterOf = (day: Day) =>
  `${day.slice(0, 4)} ${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
export const of = (rows: readonly Row[], column: string, value: string) =>
  rows.filter((row) => row[column] === value);
export const stands = (outcome: Row) =>
  !['changed', 'successful'].includes(text(outcome, 'appeal')) && outcome.residence !== 'other';
export const later = (a: string, b: string) => (a > b ? -1 : a < b ? 1 : 0);
export const startOfQuarter = (day: Day) =>
  `${day.slice(0, 4)}-${String(Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
