import { type Chosen, child, part, query } from './address.ts';

const of = (id: string) => `${child(id)}/letters`;
const one = (id: string, letterId: string) => `${of(id)}/${part(letterId)}`;

/** Letters to a child, to those who care for them and to those harmed. */
export const lettersUrls = {
  list: of,
  /** A letter of this kind about this row is begun, as it is chosen on the list. */
  begin: (id: string, chosen: Chosen) => `${of(id)}${query(chosen)}`,
  one,
  words: (id: string, letterId: string) => `${one(id, letterId)}/words`,
  given: (id: string, letterId: string) => `${one(id, letterId)}/given`,
  send: (id: string, letterId: string) => `${one(id, letterId)}/send`,
  sending: (id: string, letterId: string, sendingId: string) =>
    `${one(id, letterId)}/sent/${part(sendingId)}`,
  outbox: '/letters/outbox',
  notNeeded: (id: string, letterId: string) => `${one(id, letterId)}/not-needed`,
} as const;
