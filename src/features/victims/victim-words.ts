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

type Safety = {
  readonly safety_need: string;
  readonly safety_over_on: Day | null;
  readonly safety_over_reason: string | null;
};

/** Whether this person must be kept safe still: it stays so until somebody said that it is over, whatever becomes of their line. */
export const mustBeSafe = ({ safety_need, safety_over_on }: Safety): boolean =>
  safety_need === 'yes' && safety_over_on === null;

/** Whether they need to be kept safe, in words. */
export const safetyText = (line: Safety): string =>
  line.safety_over_on
    ? `No longer, since ${formatDay(line.safety_over_on)}: ${line.safety_over_reason}`
    : answerText(line.safety_need);

/** Why nothing more is written about a person whose line is closed, and how to go on; null while it is open. */
export const closedWords = ({
  label,
  ended_on,
}: {
  readonly label: string;
  readonly ended_on: Day | null;
}): string | null =>
  ended_on &&
  `The line of ${label} was closed on ${formatDay(ended_on)}. Reopen it on the page of their vault to write here.`;

/** An answer to a question that a victim may not have been asked, in words. */
export const answerText = (value: string): string => answers[value] ?? value;
