import { type Code, choicesOf } from '../../domain/reference/codes.ts';

/** A code list as choices, with the ways of not knowing below it: four different answers, never one blank. */
export const answerChoices = (codes: readonly Code[], reasons: readonly Code[]) => [
  ...choicesOf(codes.filter((each) => !isNotStated(each))),
  ...reasons.map(({ code, label }) => ({ value: `not-known:${code}`, text: label })),
];

// Police lists have their own code for "not stated"; in our own record the reason why is said instead.
const isNotStated = ({ attributes }: Code) =>
  typeof attributes === 'object' &&
  attributes !== null &&
  !Array.isArray(attributes) &&
  attributes.yjb_group === 'Information not obtainable';

/** Sex as recorded when a record is made: the list, and two ways of not knowing. */
export const sexChoices = (codes: readonly Code[], reasons: readonly Code[]) => [
  ...choicesOf(codes),
  ...choicesOf(reasons.filter(({ code }) => code === 'unknown' || code === 'not-asked')),
];

/** Kinds of home, and two ways of not knowing: an address may come from a list that says no more. */
export const homeChoices = (codes: readonly Code[], reasons: readonly Code[]) => [
  ...choicesOf(codes),
  ...choicesOf(reasons.filter(({ code }) => code === 'unknown' || code === 'not-asked')),
];
