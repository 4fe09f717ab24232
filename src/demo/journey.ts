import { addDays, type Day } from '../domain/calendar/day.ts';
import type { Random } from './random.ts';
import type { Journey, Levels } from './story.ts';
import { thursdayFrom, workingDaysOn } from './working-days.ts';

/** Draws the days of a journey: mostly in time, sometimes not, as in a real service. */
export function journeyFrom(random: Random, referred: Day, need: number): Journey {
  const soon = (from: Day, low: number, high: number, late: number) =>
    workingDaysOn(
      from,
      random.chance(0.18) ? random.between(high + 1, late) : random.between(low, high),
    );
  const triaged = soon(referred, 0, 1, 3);
  const allocated = soon(triaged, 0, 2, 5);
  const childMet = soon(allocated, 1, 5, 12);
  const parentMet = random.chance(0.7) ? childMet : soon(allocated, 1, 6, 14);
  const assessmentStarted = workingDaysOn(childMet, 1);
  const submitted = soon(assessmentStarted, 2, 6, 14);
  const signed = need > 0.55 ? soon(submitted, 0, 2, 6) : submitted;
  const panel = thursdayFrom(addDays(signed, 2));
  const given = soon(panel, 2, 7, 15);
  const planned = soon(given, 3, 12, 20);
  return {
    referred,
    triaged,
    allocated,
    childMet,
    parentMet,
    assessmentStarted,
    submitted,
    signed,
    panel,
    given,
    planned,
    ends: addDays(planned, random.between(70, 120)),
  };
}

const scale = ['low', 'medium', 'high', 'very-high'] as const;

/** Levels that follow the child's need, each judgement a little apart from the others. */
export function levelsFrom(random: Random, need: number): Levels {
  const level = () =>
    scale[Math.min(3, Math.max(0, Math.floor(need * 3.2 + random.next() * 1.1 - 0.45)))] ?? 'low';
  return { likelihood: level(), safety: level(), harm: level() };
}
