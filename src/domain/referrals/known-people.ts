import { fullName } from '../people/display-name.ts';
import { type Comparison, comparePeople } from '../people/match.ts';
import { nameRelation } from '../people/name-relation.ts';
import type { PersonFacts } from '../people/person.ts';
import { mayBeOne, type QuickLook, quickLook } from '../people/quick-look.ts';
import type { Candidate, ExistingChild, KnownChild } from './judged-row.ts';
import type { KnownIndex } from './known-index.ts';
import type { ReadRow, ReferralValues } from './referral-values.ts';
import { offenceKey } from './split-offences.ts';

/** A referral known so far: from the record, or from an earlier row with all that it said. */
export type KnownReferral = {
  readonly urn: string;
  readonly offences: readonly { readonly key: string; readonly day: string | null }[];
  readonly from: { readonly line: number; readonly values: ReferralValues } | null;
};

/** One appearance of a child; a child of several rows has several, all with the same `child`. */
export type Known = {
  readonly child: KnownChild;
  readonly facts: PersonFacts;
  readonly look: QuickLook;
  /** `open-child`: who it is waits for a person; `open-row`: who it is is sure, the row waits. */
  readonly state: 'settled' | 'open-child' | 'open-row';
  readonly referrals: readonly KnownReferral[];
};

/** A known child and how the row compares with it. */
export type Likeness = { readonly known: Known; readonly comparison: Comparison };

/** A child on record as the judge sees it. */
export function knownFromRecord(record: ExistingChild): Known {
  return {
    child: {
      kind: 'record',
      id: record.id,
      name: fullName(record),
      dateOfBirth: record.dateOfBirth,
    },
    facts: record,
    look: quickLook(record),
    state: 'settled',
    referrals: record.referrals.map(({ urn, offences }) => ({
      urn: urnKey(urn),
      offences: offences.map(({ text, offenceDate }) => ({
        key: offenceKey(text),
        day: offenceDate,
      })),
      from: null,
    })),
  };
}

/** The child of a row, once the row is judged to be that child's. */
export function knownFromRow(row: ReadRow, child: KnownChild, state: Known['state']): Known {
  const { urn, offences, offenceDate } = row.values;
  const referral = {
    urn: urnKey(urn ?? ''),
    offences: offences.map((text) => ({ key: offenceKey(text), day: offenceDate })),
    from: row,
  };
  return {
    child,
    facts: row.values,
    look: quickLook(row.values),
    state,
    referrals: urn === null ? [] : [referral],
  };
}

/** A row as the first sight of its child. */
export function childOfRow({ line, values }: ReadRow): KnownChild {
  return { kind: 'row', row: line, name: fullName(values), dateOfBirth: values.dateOfBirth };
}

/** Somebody who is looked for among the people known: by the facts, and by the number of their case. */
export type Sought = { readonly values: PersonFacts & { readonly urn: string | null } };

/**
 * Compares a row with everyone known, the closest first. A shared URN turns "likely" into "same"
 * for a child who only seems to have moved: name and birth agree and police say it is one case.
 */
export function likenesses(row: Sought, known: KnownIndex): readonly Likeness[] {
  const urn = urnKey(row.values.urn ?? '');
  const look = quickLook(row.values);
  return known
    .near(look)
    .filter((each) => mayBeOne(look, each.look) && mayBeNamed(row.values, each.facts))
    .map((each) => {
      const comparison = comparePeople(row.values, each.facts);
      const sharesUrn = urn !== '' && each.referrals.some((referral) => referral.urn === urn);
      const isMoved = sharesUrn && comparison.rule === 'moved' && comparison.verdict === 'likely';
      const hasSexDoubt = comparison.reasons.includes('Recorded with different sexes');
      if (!isMoved || hasSexDoubt) return { known: each, comparison };
      const reasons = [...comparison.reasons.slice(0, -1), 'Same URN'];
      return { known: each, comparison: { ...comparison, verdict: 'same' as const, reasons } };
    })
    .sort((a, b) => b.comparison.score - a.comparison.score);
}

// Under names that have nothing in common only a shared number could make two people one; a list has none.
const mayBeNamed = (a: PersonFacts, b: PersonFacts): boolean =>
  nameRelation(a, b).relation !== 'different' || (a.identifiers ?? []).length > 0;

/** One candidate for each child, by its closest appearance. */
export function candidatesOf(found: readonly Likeness[]): readonly Candidate[] {
  const byChild = new Map<string, Candidate>();
  for (const { known, comparison } of found) {
    const key = childKey(known.child);
    const { verdict, score, reasons } = comparison;
    if (!byChild.has(key)) byChild.set(key, { child: known.child, verdict, score, reasons });
  }
  return [...byChild.values()];
}

/** A key that is the same for two appearances of one child. */
export function childKey(child: KnownChild): string {
  return child.kind === 'record' ? `record ${child.id}` : `row ${child.row}`;
}

/** A child in words: Élodie Kowalczyk (row 8), or (on record). */
export function sayWho(child: KnownChild): string {
  return child.kind === 'record' ? `${child.name} (on record)` : `${child.name} (row ${child.row})`;
}

/** A URN as it is compared: capitals, no spaces, one sign between its parts, no noughts before a number, the year in two figures. */
export function urnKey(urn: string): string {
  const parts = urn
    .toUpperCase()
    .replace(/\s/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .map((part, at) => (at > 0 ? part.replace(/^0+(?=\d+$)/, '') : part));
  const last = parts.length > 2 ? parts.pop() : undefined;
  return [...parts, ...(last === undefined ? [] : [last.replace(/^20(?=\d\d$)/, '')])].join('/');
}
