import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import { type Measure, measures } from '../../../domain/measures/measures.data.ts';
import type { BesideOurs, National, NationalStatus } from './national.queries.ts';

const statusWords: Readonly<Record<NationalStatus, string>> = {
  open: 'Not explained yet',
  waiting: 'Explained, and waits for the head of service',
  signed: 'Explained and signed',
  returned: 'Sent back',
};

export const titleOf = ({ measure }: National): string =>
  measures.find(({ id }) => id === measure)?.title ?? measure;

export const periodWords = ({ period_from, period_to }: National): string =>
  `${formatDay(period_from)} to ${formatDay(period_to)}`;

/** "47 of 26,092 (180)": what is not said is left out. */
export const theirWords = ({ numerator, denominator, value }: National): string =>
  `${numerator}${denominator === null ? '' : ` of ${denominator.toLocaleString('en-GB')}`}${value ? ` (${value})` : ''}`;

/** "Theirs is 5 more than ours." */
export function differenceWords({ national, ours }: BesideOurs): string {
  const by = national.numerator - ours.numerator;
  if (by === 0) return 'Both count the same.';
  return `Theirs is ${Math.abs(by)} ${by > 0 ? 'more' : 'fewer'} than ours.`;
}

export function standsWords(national: National): string {
  const { status, explained_at, explained_name, answered_at, answered_name } = national;
  if (answered_at && (status === 'signed' || status === 'returned'))
    return `${statusWords[status]}: ${answered_name ?? 'a person who has left'}, ${formatInstant(answered_at)}`;
  if (explained_at && status === 'waiting')
    return `${statusWords.waiting}: ${explained_name ?? 'a person who has left'}, ${formatInstant(explained_at)}`;
  return statusWords[status];
}

/** The facts of both, and how it stands. */
export function factsOf(about: BesideOurs, ours: string): readonly (readonly [string, string])[] {
  const { national } = about;
  return [
    ['Period', `${periodWords(national)}, ${national.definition} definition`],
    ['Theirs', theirWords(national)],
    ['From', `${national.source}; ${national.vintage}`],
    ['Ours now', ours],
    ['Difference', differenceWords(about)],
    ['How it stands', standsWords(national)],
    ...(national.explanation
      ? [
          ['Explanation', national.explanation] as const,
          ['Ours when it was explained', String(national.numerator_then)] as const,
        ]
      : []),
    ...(national.answer_note ? [['What the head says', national.answer_note] as const] : []),
  ];
}

/** A measure that may be chosen. */
export const measureOption = ({ id, title }: Measure) => ({ value: id, text: `${title} (${id})` });
