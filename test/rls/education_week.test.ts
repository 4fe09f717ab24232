import { expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { cannotTests } from '../support/cannot.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();

cannotTests(database, {
  table: 'education_week',
  // A second row of the week gives way to the first.
  row: () => ({ week: '2026-01-05', source: 'school', gives_way_to: newId() }),
  change: { next_action: 'Changed' },
  readers: ['ama-lovelock', 'marguerite-oyelaran', 'tegan-bamford-ali', 'viv-tolliver'],
  notReaders: ['quentin-larkin', 'rosamund-achebe', 'ursula-peaceful', 'annie-twelvetrees'],
  writers: ['ama-lovelock', 'tegan-bamford-ali'],
  notWriters: ['marguerite-oyelaran', 'viv-tolliver', 'annie-twelvetrees'],
});

const week = (child_id: string, more: object) => ({
  service_id: serviceId,
  id: newId(),
  child_id,
  week: '2026-01-05',
  source: 'school',
  ...more,
});

it.each([
  ['begins on a Tuesday', { week: '2026-01-06' }],
  ['has more hours attended than offered', { offered_hours: '5', attended_hours: '6' }],
  ['has more hours than a week of lessons can', { offered_hours: '61' }],
])('a week that %s cannot stand', (_what, more) =>
  trial(database(), async ({ tx }) => {
    const child = await makeChild(tx);
    await expect(
      tx.insertInto('education_week').values(week(child, more)).execute(),
    ).rejects.toThrow(/check constraint/);
  }),
);

it('a child has no second row of one week', () =>
  trial(database(), async ({ tx }) => {
    const child = await makeChild(tx);
    await tx.insertInto('education_week').values(week(child, {})).execute();
    await expect(tx.insertInto('education_week').values(week(child, {})).execute()).rejects.toThrow(
      /education_week_one/,
    );
  }));
