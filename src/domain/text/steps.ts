/** Work that stops now and then, so that whoever drives it can let others in between; it gives its result at the end. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Does the work in one go. */
export function inOneGo<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
