import { ETHNICITIES, ETHNICITY_SYNONYMS } from './ethnicity.data.ts';

/** One of the 18+1 codes; NS was asked and not stated. */
export type EthnicityCode = (typeof ETHNICITIES)[number]['code'];

/** What a cell says of ethnicity: an empty cell is a gap in the record, not a refusal to say. */
export type ReadEthnicity =
  | { readonly kind: 'read'; readonly code: EthnicityCode }
  | { readonly kind: 'not-recorded' }
  | { readonly kind: 'unreadable'; readonly reason: string };

const EMPTY = ['', '-', 'n/a', 'null', 'unknown', 'not known', 'u', 'nk', 'not recorded'];
const OFFICERS_VIEW = /^(ic\s?[0-9]|pnc.*)$/;
const SYNONYMS: Readonly<Record<string, EthnicityCode>> = ETHNICITY_SYNONYMS;

/** Reads self-defined ethnicity by code or label; an officer's own description (IC1 to IC9) is refused. */
export function readEthnicity(text: string): ReadEthnicity {
  const wanted = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (EMPTY.includes(wanted)) return { kind: 'not-recorded' };
  const synonym = SYNONYMS[wanted];
  if (synonym) return { kind: 'read', code: synonym };
  const found = ETHNICITIES.find(
    ({ code, label }) => code.toLowerCase() === wanted || label.toLowerCase() === wanted,
  );
  if (found) return { kind: 'read', code: found.code };
  const why = OFFICERS_VIEW.test(wanted)
    ? 'is an officer’s view, not what the child said: ask the child'
    : 'is not one of the 18+1 codes (W1 to O9, or NS for not stated)';
  return { kind: 'unreadable', reason: `“${text.trim()}” ${why}` };
}

/** The words for a code, as a page shows them. */
export function ethnicityLabel(code: EthnicityCode): string {
  return ETHNICITIES.find((each) => each.code === code)?.label ?? code;
}
