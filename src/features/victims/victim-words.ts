import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { wishesLabel, wishesOutstanding } from '../../domain/victims/wishes.ts';

/** Whether wishes were sought, as the child's worker and the panel read it. */
export function wishesSentence(line: {
  readonly wishes: string;
  readonly wishesOn: Day | null;
}): string {
  return line.wishesOn
    ? `${wishesLabel(line.wishes)} (${formatDay(line.wishesOn)})`
    : wishesLabel(line.wishes);
}

export const wishesBadge = (wishes: string) =>
  wishes === 'given' ? 'voice' : wishesOutstanding(wishes) ? 'soon' : 'neutral';

/** Three answers to a question that a victim may not have been asked. */
export const yesNoNotAsked = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  { value: 'not-asked', text: 'Not asked yet' },
];

export const yesNoUnknown = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  { value: 'unknown', text: 'Not known yet' },
];

export const answerText = (value: string) =>
  [...yesNoNotAsked, ...yesNoUnknown].find((choice) => choice.value === value)?.text ?? value;
