import { type Day, formatDay } from '../calendar/day.ts';
import { changesOf, type Fact } from './facts.ts';

/** How a report stands. */
export const reportStates = {
  writing: 'Being written',
  sent: 'Waits for a manager',
  returned: 'Sent back by the manager',
  approved: 'Approved',
  'not-needed': 'Not needed',
} as const;
export type ReportState = keyof typeof reportStates;

/** Whether its words may be changed. */
export const isWritten = ({ status }: { readonly status: ReportState }): boolean =>
  status === 'writing' || status === 'returned';

type Approved = {
  readonly approvedOn: Day;
  /** The last day on which it may be given as it stands. */
  readonly goodUntil: Day;
  readonly kept: readonly Fact[];
};

/** Why an approved report is looked at again before anybody is given it; nothing where it may be given as it stands. */
export const whyLookAgain = (
  { approvedOn, goodUntil, kept }: Approved,
  now: readonly Fact[],
  today: Day,
): readonly string[] => [
  ...(today > goodUntil
    ? [`It was approved on ${formatDay(approvedOn)}, and was good until ${formatDay(goodUntil)}`]
    : []),
  ...changesOf(kept, now),
];
