const warmVisits = 3;

/** Milliseconds at which half, 95 and 99 in a hundred had their answer, to a tenth. */
export function percentiles(times: readonly number[]): {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
} {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) /
    10;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** Does the work so many times with so many people at once, each waiting for their own answer; gives each time taken. */
export async function inParallel(
  people: number,
  times: number,
  work: () => Promise<unknown>,
): Promise<number[]> {
  const taken: number[] = [];
  let left = times;
  await Promise.all(
    Array.from({ length: people }, async () => {
      while (left > 0) {
        left -= 1;
        // A person reads before they click: without this it would measure a queue of robots that click in the same instant.
        await new Promise((resolve) => setTimeout(resolve, 1000 + Math.random() * 2000));
        const began = performance.now();
        await work();
        taken.push(performance.now() - began);
      }
    }),
  );
  return taken;
}

/** Every connection meets the work a few times before it is measured, as in a server that has been up for a minute. */
export async function warmUp(people: number, work: () => Promise<unknown>): Promise<void> {
  await Promise.all(
    Array.from({ length: people }, async () => {
      for (let visit = 0; visit < warmVisits; visit += 1) await work();
    }),
  );
}
