import { readPhone } from '../people/contact-points.ts';

/** The ways in which a letter is sent. */
export const channels = { email: 'E-mail', text: 'Text message', post: 'Post' } as const;
export type Channel = keyof typeof channels;

/** How far a letter has come that was put in the outbox. */
export const sendingStates = {
  queued: 'In the outbox',
  sent: 'Sent',
  delivered: 'Delivered',
  'sent-back': 'Sent back',
} as const;
export type SendingState = keyof typeof sendingStates;

/** Why a letter may not go to a telephone, an e-mail or an address of the record. */
const barred = {
  unsafe: 'it is marked as not safe to use',
  'not-used': 'it is no longer used',
  spoken: 'it takes no text messages: ring them',
  person: 'the record says that this person must not be contacted',
  harmed: 'the victim worker reaches a person harmed in the way that was agreed with them',
  'kept-safe': 'it must not be disclosed, and stands in no letter',
  elsewhere: 'it is the child’s, and this person does not live there',
} as const;
export type Barred = keyof typeof barred;

/** What a text message holds, as GOV.UK Notify takes it. */
const mostInAText = 918;
// One address, and nothing that a mail program would read as two.
const oneAddress = /^[^\s@,;:<>()[\]\\"]+@[^\s@,;:<>()[\]\\"]+\.[^\s@,;:<>()[\]\\"]+$/;

type Way = {
  readonly channel: Channel;
  readonly goes_to: string;
  readonly why_not: Barred | null;
};

/** Where a provider is to send it. */
export function reachedAt({ channel, goes_to }: Pick<Way, 'channel' | 'goes_to'>): string | null {
  if (channel === 'email') return oneAddress.test(goes_to) ? goes_to : null;
  const read = readPhone(goes_to);
  return channel === 'text' && read.kind === 'read' ? read.value : null;
}

/** Why these words may not go this way; null where they may. */
export function whyNot(way: Way, words: string): string | null {
  if (way.why_not) return barred[way.why_not];
  if (way.channel !== 'post' && reachedAt(way) === null)
    return way.channel === 'email' ? 'it is not one e-mail address' : 'it is not a whole number';
  if (way.channel === 'text' && words.length > mostInAText)
    return `the letter has ${words.length} characters, and a text message holds ${mostInAText}`;
  return null;
}
