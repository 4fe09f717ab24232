import { can } from '../../domain/access/can.ts';
import { canWriteFor, worksWith } from '../../domain/access/can-write-for.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import { waysByHand } from '../../domain/letters/letter.ts';
import { addressees } from '../../domain/letters/template.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { isId } from '../../platform/http/is-id.ts';
import type { Item } from '../../record/items.tsx';
import { urls } from '../../urls.ts';
import { type Letter, lettersOf } from './letters.queries.ts';
import { sendingBadge, sendingWords } from './sending-words.ts';

/** The letter that the address names. */
export const letterAsked = async ({
  tx,
  child,
  param,
}: ChildContext): Promise<Letter | undefined> =>
  isId(param('letterId')) ? (await lettersOf(tx, child.id, param('letterId')))[0] : undefined;

/** Whether this person may write letters of a class here. */
export const mayWriteAs = (
  { actor, child }: Pick<ChildContext, 'actor' | 'child'>,
  recordClass: Letter['record_class'],
): boolean => can(actor, 'letter.write') && canWriteFor(actor, recordClass, child);

/** Whether its words may still be changed. */
export const isInHand = ({ deliveries, sendings, not_needed_on }: Letter): boolean =>
  deliveries.length === 0 &&
  sendings.every(({ state }) => state === 'sent-back') &&
  not_needed_on === null;

/** Who signs: whoever writes, or the child's worker for whom they write. */
export const writerOf = (context: ChildContext): string =>
  worksWith(context.child) || mayWriteAs(context, 'RC11')
    ? context.actor.name
    : (context.child.worker ?? context.actor.name);

const standing = (letter: Letter) => {
  if (letter.not_needed_on) return { text: 'Not needed', tone: 'neutral' } as const;
  if (letter.deliveries.length > 0) return { text: 'Given', tone: 'good' } as const;
  const [last] = letter.sendings;
  if (last) return sendingBadge(last.state);
  return { text: 'Not given yet', tone: 'soon' } as const;
};

export const deliveryWords = ({ how, given_on, proof, by }: Letter['deliveries'][number]) =>
  `${waysByHand[how]}, ${formatDay(given_on)}: ${proof}${by ? `. Said by ${by}` : ''}`;

/** One letter in words. */
export const letterItem = (childId: string, letter: Letter): Item => ({
  title: `${letter.label}, to ${letter.to_name}`,
  badges: [standing(letter)],
  lines: [
    `${addressees[letter.to_whom]}. Written on ${formatDay(letter.written_on)}${letter.by ? ` by ${letter.by}` : ''}`,
    ...letter.deliveries.map(deliveryWords),
    ...letter.sendings.map(sendingWords),
    letter.not_needed_why ? `Not needed: ${letter.not_needed_why}` : '',
  ],
  action: {
    href: urls.letters.one(childId, letter.id),
    text: `Open the letter to ${letter.to_name}`,
  },
});
