/** A file that cannot be read, with what is wrong and how to mend it. */
export type Unreadable = { readonly kind: 'unreadable'; readonly reason: string };

/** Stops the reading of a file from anywhere within it; never leaves this folder. */
export class StopReading extends Error {}

/** The result of reading, or why it was stopped; anything else that goes wrong means what `otherwise` says. */
export function stoppable<Result>(read: () => Result, otherwise: string): Result | Unreadable {
  try {
    return read();
  } catch (error) {
    return {
      kind: 'unreadable',
      reason: error instanceof StopReading ? error.message : otherwise,
    };
  }
}
