import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();
type Tx = Parameters<Parameters<typeof trial>[1]>[0]['tx'];

const after = async (tx: Tx, day: string, n: number) =>
  (
    await sql<{ due: string }>`select working_days_after(${day}::date, ${n}::int) as due`.execute(
      tx,
    )
  ).rows[0]?.due;
const due = async (tx: Tx, limit: string, day: string) =>
  (
    await sql<{
      due: string | null;
    }>`select limit_due(${serviceId}::uuid, ${limit}, ${day}::date) as due`.execute(tx)
  ).rows[0]?.due;

describe('working days in the database', () => {
  it.each([
    ['2026-10-02', 1, '2026-10-05', 'Friday to Monday'],
    ['2026-10-03', 1, '2026-10-05', 'from a Saturday the next working day is Monday'],
    [
      '2026-12-24',
      2,
      '2026-12-30',
      'Christmas, Boxing Day’s substitute and a weekend are not counted',
    ],
    ['2026-10-05', -1, '2026-10-02', 'one working day before a Monday is Friday'],
    ['2026-10-04', -1, '2026-10-02', 'one working day before a Sunday is Friday'],
    ['2026-10-04', 0, '2026-10-04', 'no days at all is the day itself'],
  ])('%s and %i working days: %s (%s)', (day, n, expected) =>
    trial(database(), async ({ tx, become }) => {
      await become('ama-lovelock');
      expect(await after(tx, day, n)).toBe(expected);
    }),
  );

  it('a limit uses its own unit, and a service’s own figure wins', () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      await become('ama-lovelock');
      expect(await due(tx, 'information-answer', '2026-10-02')).toBe('2026-10-09');
      expect(await due(tx, 'plan-review', '2026-11-30')).toBe('2027-02-28');
      expect(await due(tx, 'no-such-limit', '2026-10-02')).toBeNull();
      await becomeOwner();
      await tx
        .insertInto('time_limit_override')
        .values({
          service_id: serviceId,
          time_limit_id: 'information-answer',
          number: 2,
          unit: 'weeks',
          reason: 'Agreed with partners',
        })
        .execute();
      await become('ama-lovelock');
      expect(await due(tx, 'information-answer', '2026-10-02')).toBe('2026-10-16');
    }));
});
