import { ageOn, type Day } from '../calendar/day.ts';

/** What decides whether a referral may be triaged beside others. */
export type TogetherFacts = {
  readonly date_of_birth: Day | null;
  readonly has_home: boolean;
  readonly knife: boolean;
  readonly unknown_offences: number;
  /** The gravest of its offences; null where none has a score. */
  readonly gravity: number | null;
  readonly live_work: number;
  readonly warnings: number;
  readonly earlier: number;
};

/** How many are triaged at once: as many as somebody can have in mind. */
export const mostTogether = 20;

/** From this score on an offence is looked at by itself. */
const graveFrom = 4;
const responsibleFrom = 10;

/** Why a referral is triaged by itself; none where it may be taken together with others of its kind. */
export function whyAlone(facts: TogetherFacts, today: Day): readonly string[] {
  const born = facts.date_of_birth;
  return [
    ...(facts.knife ? ['a knife offence'] : []),
    ...(facts.gravity !== null && facts.gravity >= graveFrom ? ['a grave offence'] : []),
    ...(facts.unknown_offences > 0 ? ['an offence that is not in the list'] : []),
    ...(born === null ? ['age not known'] : []),
    ...(born !== null && ageOn(born, today) < responsibleFrom ? ['under 10'] : []),
    ...(facts.has_home ? [] : ['address not known']),
    ...(facts.live_work > 0 ? ['work with the child goes on'] : []),
    ...(facts.warnings > 0 ? ['a warning on the record'] : []),
    ...(facts.earlier > 0 ? ['another referral on the record'] : []),
  ];
}
