import type { Day } from '../calendar/day.ts';

type KindOfFact = {
  readonly title: string;
  /** A report rests on it: where it changes, the report is looked at again. What is only counted up to a day does not. */
  readonly holds: boolean;
  /** Whatever the template names: a new one is said in every kind of report. */
  readonly always?: true;
};

/** What of the record a report refers to, by the names that templates use. */
export const factKinds = {
  charges: { title: 'Charges', holds: true, always: true },
  offences: { title: 'Offences', holds: true, always: true },
  orders: { title: 'Orders of the court', holds: true },
  contacts: { title: 'Contacts under each order', holds: false },
  'not-kept': { title: 'What was not kept without a good reason', holds: true },
  judgements: { title: 'Judgements of the assessment', holds: true },
  'child-voice': { title: 'What the child said, in the assessment', holds: true },
  'parent-voice': { title: 'What parents or carers said, in the assessment', holds: true },
  'victim-voice': { title: 'What a person harmed agreed to have told', holds: true },
} as const satisfies Readonly<Record<string, KindOfFact>>;
export type FactKind = keyof typeof factKinds;

export const isFactKind = (name: string): name is FactKind => name in factKinds;

/** One fact of the record: which it is, in words, the day it is from, and a mark by which a change of it is seen. */
export type Fact = {
  readonly key: string;
  readonly of: FactKind;
  readonly label: string;
  /** Null where they may not be shown, or no longer. */
  readonly words: string | null;
  readonly on: Day | null;
  readonly mark: string;
};

/** The facts that a report with these headings stands on, as they are kept with it: of people harmed no word is kept. */
export const keptFacts = (
  facts: readonly Fact[],
  sections: readonly { readonly facts: readonly FactKind[] }[],
): readonly Fact[] =>
  facts
    .filter(
      ({ of }) =>
        'always' in factKinds[of] || sections.some(({ facts: names }) => names.includes(of)),
    )
    .map((fact) => (fact.of === 'victim-voice' ? { ...fact, words: null } : fact));

/** Facts as they were kept, for a reader of today: words of a person harmed only while that person agrees to those same words. */
export const shownFacts = (kept: readonly Fact[], now: readonly Fact[]): readonly Fact[] =>
  kept.map((fact) => {
    if (fact.of !== 'victim-voice') return fact;
    const today = now.find(({ key }) => key === fact.key);
    return today?.mark === fact.mark ? today : fact;
  });

/** What of the facts a report stands on has changed since, in words. */
export function changesOf(kept: readonly Fact[], now: readonly Fact[]): readonly string[] {
  const held = kept.filter(({ of }) => factKinds[of].holds);
  const kinds = new Set<FactKind>(
    Object.entries(factKinds).flatMap(([name, kind]) =>
      'always' in kind && isFactKind(name) ? [name] : [],
    ),
  );
  for (const { of } of held) kinds.add(of);
  const found = (some: readonly Fact[], { key }: Fact) => some.find((each) => each.key === key);
  const name = ({ of, label }: Fact) => `${factKinds[of].title}: ${label}`;
  return [
    ...held.flatMap((fact) => {
      const today = found(now, fact);
      if (!today) return [`${name(fact)} no longer stands as it was`];
      return today.mark === fact.mark ? [] : [`${name(fact)} has changed`];
    }),
    ...now
      .filter((fact) => factKinds[fact.of].holds && kinds.has(fact.of) && !found(kept, fact))
      .map((fact) => `${name(fact)} is new`),
  ];
}
