import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { wishesLabel, wishesOutstanding } from '../../domain/victims/wishes.ts';

/** Whether wishes were sought, as the child's worker and the panel read it. */
export function wishesSentence(line: {
  readonly wishes: string;
  readonly wishes_on: Day | null;
}): string {
  return line.wishes_on
    ? `${wishesLabel(line.wishes)} (${formatDay(line.wishes_on)})`
    : wishesLabel(line.wishes);
}

export const wishesBadge = (wishes: string) =>
  wishes === 'given' ? 'voice' : wishesOutstanding(wishes) ? 'soon' : 'neutral';

const answers: Readonly<Record<string, string>> = {
  yes: 'Yes',
  no: 'No',
  'not-asked': 'Not asked yet',
  unknown: 'Not known yet',
};

/** An answer to a question that a victim may not have been asked, in words. */
export const answerText = (value: string): string => answers[value] ?? value;
