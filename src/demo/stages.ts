import { addDays, type Day } from '../domain/calendar/day.ts';
import { journeyFrom } from './journey.ts';
import { randomOf } from './random.ts';
import type { Journey } from './story.ts';

type Stage = {
  /** What is true of the child's journey today. */
  readonly stands: (journey: Journey, today: Day) => boolean;
  /** The first case manager has the child: what only the child's own worker does can be seen by one person. */
  readonly isFirstWorkers?: true;
};

/** Where somebody stands in every demonstration, whatever its day: a child of their own for each stage of the work. */
export const stages: readonly Stage[] = [
  { stands: ({ referred, triaged }, today) => referred <= today && today < triaged },
  { stands: ({ triaged, allocated }, today) => triaged <= today && today < allocated },
  {
    stands: ({ assessmentStarted, submitted }, today) =>
      assessmentStarted <= today && today < submitted,
    isFirstWorkers: true,
  },
  {
    stands: ({ signed, panel }, today) =>
      signed <= today && today <= panel && addDays(panel, -6) <= today,
    isFirstWorkers: true,
  },
  { stands: ({ given, planned }, today) => given <= today && today < planned },
  {
    stands: ({ planned, ends }, today) =>
      addDays(planned, 35) <= today && today < addDays(ends, -7),
    isFirstWorkers: true,
  },
  { stands: ({ ends }, today) => ends <= today },
];

const draws = 50;
const daysBack = 300;

/** A journey that stands today where a stage says: of many drawn, from every day lately, the first that does. */
export function journeyAt({ stands }: Stage, seed: number, need: number, today: Day): Journey {
  for (let draw = 0; draw < draws; draw += 1)
    for (let days = 0; days < daysBack; days += 1) {
      const random = randomOf(seed + draw * daysBack + days);
      const journey = journeyFrom(random, addDays(today, -days), need);
      if (stands(journey, today)) return journey;
    }
  throw new Error('No journey stands where the demonstration shows one');
}
