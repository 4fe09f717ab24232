import { expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { addRow } from '../../src/record/rows.ts';
import { cannotTests } from '../support/cannot.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();
const here = { serviceId };
const layShortfall = (tx: Tx, child_id: string) =>
  addRow(tx, here, 'education_shortfall', {
    child_id,
    began_week: '2026-01-05',
    opened_on: '2026-01-12',
  });
const asked = { asked_on: '2026-01-13', asked_who: 'Head of year', asked_what: 'More hours' };

cannotTests(database, {
  table: 'education_step',
  row: async (tx, child) => ({
    shortfall_id: await layShortfall(tx, child),
    rung: 'school',
    ...asked,
  }),
  change: { asked_what: 'Changed' },
  readers: ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast', 'tegan-bamford-ali'],
  notReaders: ['quentin-larkin', 'rosamund-achebe', 'ursula-peaceful', 'annie-twelvetrees'],
  writers: ['ama-lovelock', 'tegan-bamford-ali'],
  notWriters: ['marguerite-oyelaran', 'viv-tolliver', 'annie-twelvetrees'],
});

it('the head of service puts a child to the board and to nobody else, answers what was put to them, and changes no other rung', () =>
  trial(database(), async ({ tx, become }) => {
    const child_id = await makeChild(tx, { worker: 'ama-lovelock' });
    const shortfall_id = await layShortfall(tx, child_id);
    const step = (rung: string) =>
      addRow(tx, here, 'education_step', { child_id, shortfall_id, rung, ...asked });
    const answer = async (rung: string) => {
      const { numUpdatedRows } = await tx
        .updateTable('education_step')
        .set({ answered_on: '2026-01-14', answer: 'Five hours more' })
        .where('shortfall_id', '=', shortfall_id)
        .where('rung', '=', rung)
        .executeTakeFirstOrThrow();
      return Number(numUpdatedRows);
    };
    await step('school');
    await step('head');
    await become('philippa-standfast');
    await step('board');
    expect([await answer('school'), await answer('head'), await answer('board')]).toEqual([
      0, 1, 1,
    ]);
    await expect(step('virtual-school')).rejects.toThrow(/row-level security/);
  }));
