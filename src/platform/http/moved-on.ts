/** Where what the address names stands now. */
type Place = { readonly href: string; readonly text: string };

/** Carries out of the transaction why nothing is done here any more. */
export class MovedOn extends Error {
  readonly on: Place;
  constructor(why: string, on: Place) {
    super(why);
    this.on = on;
  }
}

/**
 * Somebody else settled meanwhile what this page was for: it answers in words, leads to where it stands now, and gives back what
 * was typed. For whoever could have done it here; for anybody else the page is not found.
 */
export function movedOn(why: string, on: Place): never {
  throw new MovedOn(why, on);
}
