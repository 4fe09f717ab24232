import { type Day, daysBetween } from '../calendar/day.ts';

/** The days of one charge, from the offence to what the court did; null where none is known. */
export type CaseDays = {
  readonly offence: Day | null;
  readonly arrest: Day | null;
  readonly charge: Day;
  readonly first_hearing: Day | null;
  readonly finding: Day | null;
  readonly sentence: Day | null;
  /** The day on which it was withdrawn or discontinued, or gave way to a lesser charge. */
  readonly ended: Day | null;
};

const steps = [
  ['offence', 'Offence'],
  ['arrest', 'Arrest or interview'],
  ['charge', 'Charge'],
  ['first_hearing', 'First hearing'],
  ['finding', 'Finding'],
  ['sentence', 'Sentence'],
  ['ended', 'The charge ended'],
] as const;

export type CaseStep = {
  readonly name: string;
  readonly on: Day | null;
  /** Days since the known day before it. */
  readonly since: number | null;
};

export type CaseTimeline = {
  readonly steps: readonly CaseStep[];
  /** Days from the first known day to the end, or so far. */
  readonly total: number;
  readonly isOver: boolean;
};

/** How long each step took; a day that is not known is told and counts nowhere. */
export function caseTimeline(days: CaseDays, today: Day): CaseTimeline {
  const isOver = days.sentence !== null || days.ended !== null;
  const told: CaseStep[] = [];
  let before: Day | null = null;
  for (const [key, name] of steps) {
    const on = days[key];
    // How a charge ends is told in one way: there is no sentence for what was withdrawn, nor an end of what was sentenced.
    if (on === null && (key === 'ended' || (isOver && (key === 'finding' || key === 'sentence'))))
      continue;
    told.push({ name, on, since: on !== null && before !== null ? daysBetween(before, on) : null });
    before = on ?? before;
  }
  const first = told.find(({ on }) => on !== null)?.on ?? days.charge;
  const last = isOver ? (days.sentence ?? days.ended ?? today) : today;
  return { steps: told, total: daysBetween(first, last), isOver };
}
