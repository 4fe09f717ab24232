/** What is sent to one address or number. A provider is told the id, by which it knows the same message again. */
export type Message = {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly words: string;
};

/** What a provider answered: it took the message, it never will, or it may at another time. */
export type Answer =
  | { readonly kind: 'taken'; readonly providerId: string; readonly proof: string }
  | { readonly kind: 'refused' | 'not-now'; readonly why: string };

/** What became of a message that was taken. */
export type Arrival =
  | { readonly kind: 'arrived' | 'under-way' }
  | { readonly kind: 'lost'; readonly why: string };

export type Sender = {
  readonly by: string;
  /** Never throws: what goes wrong on the way is an answer. */
  send(message: Message): Promise<Answer>;
  /** Left out where the provider does not tell. */
  readonly arrival?: (providerId: string) => Promise<Arrival>;
};

/** Who sends what leaves by e-mail and what leaves as a text; null where this service sends nothing by itself. */
export type Senders = Readonly<Record<'email' | 'text', Sender | null>>;

/** A provider's own words, short enough to be kept and shown. */
export const inShort = (words: string): string => words.replace(/\s+/g, ' ').trim().slice(0, 300);
