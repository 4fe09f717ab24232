import { formatInstant } from '../../domain/calendar/british-time.ts';
import { channels, sendingStates, whyNot } from '../../domain/letters/sending.ts';
import type { Senders } from '../../platform/notify/sender.ts';
import type { Sending, Way } from './sending.queries.ts';

/** Who sends what goes this way: the provider that the settings name, or nobody but a person. */
export const senderOf = (senders: Senders, channel: Sending['channel']): string | null =>
  channel === 'post' ? null : (senders[channel]?.by ?? null);

const safety: Readonly<Record<string, string>> = {
  yes: 'safe to use',
  unknown: 'not known whether safe',
  'not-asked': 'not asked whether safe',
};

/** A way in words: where it goes, whose it is, and what must be known before it is used. */
export const wayWords = ({ channel, goes_to, whose, safe_to_use, note }: Way): string =>
  [
    `${channels[channel]} to ${goes_to}`,
    whose && `whose: ${whose}`,
    safe_to_use && safety[safe_to_use],
    note,
  ]
    .filter(Boolean)
    .join(', ');

/** Ways by which these words may not go, each with the reason. */
export const missingWords = (ways: readonly Way[], words: string): readonly string[] =>
  ways.flatMap((way) => {
    const why = whyNot(way, words);
    return why === null ? [] : [`${way.goes_to}${way.whose ? ` (${way.whose})` : ''}: ${why}`];
  });

/** Where a letter stands on its way, in words. */
export const sendingWords = (sending: Sending): string => {
  const { channel, goes_to, state, put_at, put_by, sent_at, proof, delivered_at } = sending;
  const said = sending.told_by ? `. Said by ${sending.told_by}` : '';
  return [
    `${channels[channel]} to ${goes_to}. Put in the outbox on ${formatInstant(put_at)}${put_by ? ` by ${put_by}` : ''}`,
    sent_at ? `Sent on ${formatInstant(sent_at)}: ${proof}${state === 'sent' ? said : ''}` : '',
    delivered_at ? `Delivered on ${formatInstant(delivered_at)}` : '',
    sending.came_back_at
      ? `Sent back on ${formatInstant(sending.came_back_at)}: ${sending.came_back_why}${said}`
      : '',
  ]
    .filter(Boolean)
    .join('. ');
};

const tones = { queued: 'soon', sent: 'good', delivered: 'good', 'sent-back': 'late' } as const;
export const sendingBadge = (state: Sending['state']) => ({
  text: sendingStates[state],
  tone: tones[state],
});
