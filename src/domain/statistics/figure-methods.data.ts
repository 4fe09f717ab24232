import type { Provenance } from '../provenance.ts';

type FigureMethod = Provenance & {
  readonly title: string;
  readonly version: string;
  readonly validFrom: string;
  readonly definition: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly unit: string;
  readonly places: number;
  readonly problems: readonly string[];
};

/** Figures that Foothold works out from published counts, each by a numbered definition. */
export const figureMethods = {
  'relative-rate': {
    title: 'Relative rate index',
    version: '1',
    validFrom: 'all periods',
    definition:
      'How often a decision falls on children of a group, divided by how often it falls on children of the reference group. 1 is the same rate. The 95% interval is the exact conditional one: with the events of both groups together held fixed, it is the Clopper-Pearson interval of the group’s part of them, turned into a ratio of rates.',
    numerator: 'Events in the group over children of the group',
    denominator: 'Events in the reference group over children of the reference group',
    unit: 'times the rate of the reference group',
    places: 2,
    problems: [
      'Arrests, searches and remand decisions are counted, not children, so that events are not quite independent and the true interval is a little wider.',
      'Residents are those of census day 2021 in every year; a group that grows fast has its rate overstated in later years.',
      'With nothing in the reference group there is no index and no upper limit.',
    ],
    source:
      'Ministry of Justice and Lammy Review practice; interval as published by PRISM since September 2026',
    confidence: 'confirmed',
  },
  'percentage-point-gap': {
    title: 'Percentage-point gap',
    version: '2',
    validFrom: 'all periods; version 1 took shares of the printed groups alone and is withdrawn',
    definition:
      'The share of a group among the events less its share of a comparator that is always named. Both are shares of every group whose ethnicity or sex is known; children of whom it is not known are left out of both. Where a group’s count is missing or hidden there is no gap, since a share of some of the groups would turn the finding round.',
    numerator: 'Share of the group among the events',
    denominator:
      'Share of the group in the comparator: residents aged 10 to 17 on census day 2021, or the children at the stage before',
    unit: 'percentage points',
    places: 1,
    problems: [
      'A plan may compare with the school census, which counts other ages and no child out of school: its gap and ours are then not the same figure.',
      'Where only two groups are public, as for arrests and searches, neither shares nor gaps are worked out.',
    ],
    source: 'Youth justice plans as published; rule of the comparator by Foothold',
    confidence: 'check locally',
  },
} as const satisfies Record<string, FigureMethod>;

export type FigureMethodId = keyof typeof figureMethods;
export const isFigureMethod = (id: string): id is FigureMethodId =>
  Object.hasOwn(figureMethods, id);
