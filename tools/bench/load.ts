/** What so many requests took. */
export type Load = {
  readonly requests: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
};
type Shape = {
  /** Who asks at once, each waiting for their own answer before they ask again. */
  readonly people: number;
  readonly seconds: number;
  /** Between an answer and the next request; a person reads before they click. */
  readonly pause?: () => number;
};

/** Asks over and over until the time is up. */
export async function underLoad(
  ask: () => Promise<unknown>,
  { people, seconds, pause }: Shape,
): Promise<Load> {
  const times: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1000;
  await Promise.all(
    Array.from({ length: people }, async () => {
      while (performance.now() < until) {
        if (pause) await new Promise((resolve) => setTimeout(resolve, pause()));
        const asked = performance.now();
        await ask();
        times.push(performance.now() - asked);
      }
    }),
  );
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    requests: times.length,
    seconds: (performance.now() - began) / 1000,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
  };
}

export const perSecond = ({ requests, seconds }: Load): number => requests / seconds;
