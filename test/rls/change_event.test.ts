import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, sharedDatabase, trialOfDuties } from '../support/database.ts';
import { makeReview } from '../support/work-rows.ts';

const database = sharedDatabase();

describe('change events', () => {
  const event = (childId: string) => ({
    service_id: serviceId,
    id: newId(),
    child_id: childId,
    type: 'arrest',
    happened_on: '2026-03-02',
    known_on: '2026-03-02',
    detail: 'Invented',
    source: 'Police',
    review_due_on: '2026-03-04',
  });

  it.each(['tegan-bamford-ali', 'winston-appleby', 'xanthe-goodenough', 'annie-twelvetrees'])(
    '%s neither reads nor records what happened to a child they work with',
    (code) =>
      trialOfDuties(database(), async ({ tx, become }) => {
        const id = await makeChild(tx, { worker: 'ama-lovelock' });
        await relate(tx, id, code, 'partner');
        await makeReview(tx, id);
        await become(code);
        expect(await tx.selectFrom('change_event').select('id').execute()).toEqual([]);
        await expect(tx.insertInto('change_event').values(event(id)).execute()).rejects.toThrow(
          /row-level security/,
        );
      }),
  );

  it('a police officer records nothing about a child they do not work with', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await become('quentin-larkin');
      await expect(tx.insertInto('change_event').values(event(id)).execute()).rejects.toThrow(
        /row-level security/,
      );
    }));

  it('cannot be known before it happened', () =>
    trialOfDuties(database(), async ({ tx }) => {
      const id = await makeChild(tx);
      await expect(
        tx
          .insertInto('change_event')
          .values({ ...event(id), known_on: '2026-03-01' })
          .execute(),
      ).rejects.toThrow(/check/);
    }));
});
