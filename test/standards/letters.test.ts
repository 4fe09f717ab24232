import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { makeChild } from '../support/children.ts';
import { sharedDatabase, staffId, trialOfDuties } from '../support/database.ts';
import { duties } from '../support/duties.ts';
import { layGiven, layLetter, layPoint, laySending } from '../support/letters.ts';

// After Wednesday 1 April 2026 the working days are 2 and 7 April (Easter).
const database = sharedDatabase();
const ama = () => staffId('ama-lovelock');
const open = { done: null, stopped: null };

const ofChild = (work: (tx: Tx, id: string) => Promise<void>) =>
  trialOfDuties(database(), async ({ tx }) =>
    work(tx, await makeChild(tx, { worker: 'ama-lovelock' })),
  );

describe('a letter', () => {
  const layOne = async (tx: Tx, id: string) => ({
    letter_id: await layLetter(tx, id),
    contact_point_id: await layPoint(tx, id),
    ...{ created_at: '2026-04-01T08:00:00Z', created_by: ama() },
  });
  const becomes = (tx: Tx, id: string, values: object) =>
    tx.updateTable('letter_sending').set(values).where('id', '=', id).execute();
  const back = { state: 'sent-back', came_back_at: '2026-04-01T09:00:00Z', came_back_why: 'Full' };

  it('in the outbox is seen to by who put it there until it goes', () =>
    ofChild(async (tx, id) => {
      const sending = await laySending(tx, id, await layOne(tx, id));
      expect(await duties(tx, 'letter_sent', id)).toEqual([{ due: '2026-04-02', ...open }]);
      await becomes(tx, sending, {
        ...{ state: 'sent', sent_at: '2026-04-01T09:00:00Z', proof: 'Posted' },
      });
      expect(await duties(tx, 'letter_sent', id)).toEqual([]);
    }));

  it.each([
    ['it is sent another way', (tx: Tx, id: string, one: Laid) => laySending(tx, id, later(one))],
    ['it is given by hand', (tx: Tx, id: string, one: Laid) => layGiven(tx, id, one.letter_id)],
    [
      'it is said not to be needed',
      (tx: Tx, _id: string, one: Laid) =>
        tx
          .updateTable('letter')
          .set({ not_needed_on: '2026-04-02', not_needed_why: 'They came' })
          .where('id', '=', one.letter_id)
          .execute(),
    ],
  ])('that came back is its sender’s again until %s', (_until, settle) =>
    ofChild(async (tx, id) => {
      const one = await layOne(tx, id);
      await becomes(tx, await laySending(tx, id, one), back);
      expect(await duties(tx, 'letter_returned', id)).toEqual([{ due: '2026-04-07', ...open }]);
      await settle(tx, id, one);
      expect(await duties(tx, 'letter_returned', id)).toEqual([]);
    }),
  );

  it('that its sender took back themself is owed by nobody', () =>
    ofChild(async (tx, id) => {
      const sending = await laySending(tx, id, await layOne(tx, id));
      await becomes(tx, sending, { ...back, told_by: ama() });
      expect(await duties(tx, 'letter_returned', id)).toEqual([]);
    }));
});
type Laid = { readonly letter_id: string; readonly contact_point_id: string };
const later = (one: Laid) => ({ ...one, created_at: '2026-04-02T08:00:00Z' });
