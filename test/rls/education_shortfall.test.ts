import { expect, it } from 'vitest';
import { addRow } from '../../src/record/rows.ts';
import { cannotTests } from '../support/cannot.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();
const here = { serviceId };

cannotTests(database, {
  table: 'education_shortfall',
  // One that is over: a child has one open at a time.
  row: () => ({
    began_week: '2026-01-05',
    opened_on: '2026-01-12',
    ended_on: '2026-02-02',
    end_reason: 'restored',
  }),
  change: { end_note: 'Changed' },
  readers: ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast', 'tegan-bamford-ali'],
  notReaders: ['quentin-larkin', 'rosamund-achebe', 'ursula-peaceful', 'annie-twelvetrees'],
  writers: ['ama-lovelock', 'tegan-bamford-ali'],
  notWriters: ['marguerite-oyelaran', 'viv-tolliver', 'annie-twelvetrees'],
});

it('a manager ends none, and the head of service may say that fewer hours are agreed', () =>
  trial(database(), async ({ tx, become }) => {
    const child_id = await makeChild(tx, { worker: 'ama-lovelock' });
    const open = { child_id, began_week: '2026-01-05', opened_on: '2026-01-12' };
    await addRow(tx, here, 'education_shortfall', open);
    const end = async (code: string) => {
      await become(code);
      const { numUpdatedRows } = await tx
        .updateTable('education_shortfall')
        .set({
          ended_on: '2026-02-02',
          end_reason: 'agreed',
          end_note: 'A parent agreed',
          agreed_until: '2026-03-02',
        })
        .where('child_id', '=', child_id)
        .executeTakeFirstOrThrow();
      return Number(numUpdatedRows);
    };
    expect(await end('marguerite-oyelaran')).toBe(0);
    expect(await end('philippa-standfast')).toBe(1);
  }));
