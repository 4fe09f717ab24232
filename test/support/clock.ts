/**
 * The day on which the tests run: always the same one, so that a test that is not about today cannot fail because of it.
 * Only this process's own clock is moved, and with it that of the database embedded in it; the program has no such door.
 * See docs/decisions/0018-tests-and-the-calendar.md.
 */
const kept = globalThis as typeof globalThis & { realDate?: DateConstructor };
kept.realDate ??= Date;
const RealDate = kept.realDate;

// A Tuesday of school and of work, in summer time: the British hour is not the world's.
const usual = '2026-10-06T10:00:00Z';
// What the tests find is older than they are, also when a copy from an earlier run is used again.
const preparedBefore = 5 * 60_000;

/** In the process that starts the tests: chooses their clock, and hands it to every process that comes of this one. */
export function chooseClock(): void {
  // A PostgreSQL server has its own clock: against one the tests run today.
  if (process.env.TEST_DATABASE_URL || process.env.TEST_CLOCK_AHEAD) return;
  const start = RealDate.parse(process.env.TEST_CLOCK ?? usual);
  if (Number.isNaN(start)) throw new Error('TEST_CLOCK is an instant, as 2026-12-25T09:00:00Z');
  process.env.TEST_CLOCK_AHEAD = String(start - RealDate.now());
  const moved = new URL('./moved-clock.ts', import.meta.url);
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import ${moved.href}`.trim();
}

/** Moves this process's clock to that of the tests. */
export const moveClock = (): void => moveBy(Number(process.env.TEST_CLOCK_AHEAD ?? 0));

/** Does what is to be found ready when the tests begin, by a clock that is a little behind theirs. */
export async function beforeTheTests(work: () => Promise<void>): Promise<void> {
  const ahead = process.env.TEST_CLOCK_AHEAD;
  if (!ahead) return work();
  moveBy(Number(ahead) - preparedBefore);
  await work().finally(() => moveBy(0));
}

/** What of the clock a prepared copy depends on. */
export const clockOfCopies = (): string =>
  process.env.TEST_CLOCK_AHEAD
    ? (process.env.TEST_CLOCK ?? usual)
    : new RealDate().toISOString().slice(0, 10);

function moveBy(ahead: number): void {
  const now = () => RealDate.now() + ahead;
  const moved = new Proxy(RealDate, {
    construct: (target, given, as) => Reflect.construct(target, given.length ? given : [now()], as),
    apply: () => new RealDate(now()).toString(),
    get: (target, name, as) => (name === 'now' ? now : Reflect.get(target, name, as)),
  });
  RealDate.prototype.constructor = moved;
  globalThis.Date = moved;
}
