import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, sharedDatabase, trialOfDuties } from '../support/database.ts';
import { makeRequest } from '../support/partners.ts';

const database = sharedDatabase();
type Tx = Parameters<Parameters<typeof trialOfDuties>[1]>[0]['tx'];

const seen = (tx: Tx, childId: string) =>
  tx
    .selectFrom('information_request')
    .select(['agency', 'answer_for_team'])
    .where('child_id', '=', childId)
    .orderBy('agency')
    .execute();

describe('who cannot see what partners were asked', () => {
  it('police see what police were asked and never another agency’s answer', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const child = await makeChild(tx);
      await relate(tx, child, 'quentin-larkin', 'information-request');
      await makeRequest(tx, child, 'police');
      await makeRequest(tx, child, 'health', { line: 'Private.', by: 'rosamund-achebe' });
      await become('quentin-larkin');
      expect((await seen(tx, child)).map(({ agency }) => agency)).toEqual(['police']);
    }));

  it('a partner with no live question about a child sees none, even their own agency’s old one', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const child = await makeChild(tx);
      await relate(
        tx,
        child,
        'quentin-larkin',
        'information-request',
        new Date(Date.now() - 1_800_000),
      );
      await makeRequest(tx, child, 'police', { line: 'Done.', by: 'quentin-larkin' });
      await become('quentin-larkin');
      expect(await seen(tx, child)).toEqual([]);
      expect(await tx.selectFrom('child').select('id').where('id', '=', child).execute()).toEqual(
        [],
      );
    }));

  it.each([
    'xanthe-goodenough',
    'cleo-abacus',
    'gwendolen-osei',
    'freddie-okafor-bright',
    'annie-twelvetrees',
    'ursula-peaceful',
  ])('%s sees none', (code) =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const child = await makeChild(tx);
      await relate(tx, child, code, 'panel');
      await makeRequest(tx, child, 'health', { line: 'Private.', by: 'rosamund-achebe' });
      await become(code);
      expect(await seen(tx, child)).toEqual([]);
    }),
  );
});

describe('who cannot change a question or its answer', () => {
  const add = (tx: Tx, childId: string) =>
    tx
      .insertInto('information_request')
      .values({
        service_id: serviceId,
        id: newId(),
        child_id: childId,
        agency: 'police',
        record_class: 'RC7',
        question: 'What?',
        asked_on: '2026-10-01',
        due_on: '2026-10-08',
      })
      .execute();

  it.each(['ben-thackery', 'quentin-larkin', 'ursula-peaceful', 'annie-twelvetrees'])(
    '%s cannot ask about a child they do not work with',
    (code) =>
      trialOfDuties(database(), async ({ tx, become }) => {
        const child = await makeChild(tx, { worker: 'ama-lovelock' });
        await become(code);
        await expect(add(tx, child)).rejects.toThrow(/row-level security/);
      }),
  );

  it('the child’s own worker and a manager may ask', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      await become('ama-lovelock');
      await add(tx, child);
      await become('marguerite-oyelaran');
      await add(tx, child);
      expect(await seen(tx, child)).toHaveLength(2);
    }));

  it('a worker does not rewrite a partner’s answer', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const id = await makeRequest(tx, child, 'police', { line: 'As said.', by: 'quentin-larkin' });
      await become('ama-lovelock');
      await expect(
        tx
          .updateTable('information_request')
          .set({ answer_for_team: 'As I like it.' })
          .where('id', '=', id)
          .execute(),
      ).rejects.toThrow(/whoever gave it/);
    }));

  it('a partner does not mark their own answer as used', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const child = await makeChild(tx);
      await relate(tx, child, 'quentin-larkin', 'information-request');
      const id = await makeRequest(tx, child, 'police');
      await become('quentin-larkin');
      await expect(
        tx
          .updateTable('information_request')
          .set({ use: 'used', use_note: 'Mine.' })
          .where('id', '=', id)
          .execute(),
      ).rejects.toThrow(/Only the assessor|row-level security/);
    }));

  it('nobody changes what was asked, of whom or by when', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const id = await makeRequest(tx, child, 'police');
      await become('ama-lovelock');
      await expect(
        tx
          .updateTable('information_request')
          .set({ due_on: '2027-01-01' })
          .where('id', '=', id)
          .execute(),
      ).rejects.toThrow(/permission denied/);
    }));

  it('a partner ends only their own agency’s sight of a child', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const child = await makeChild(tx);
      await relate(tx, child, 'quentin-larkin', 'information-request');
      await relate(tx, child, 'rosamund-achebe', 'information-request');
      await become('quentin-larkin');
      const ended = await tx
        .updateTable('relationship')
        .set({ ends_at: new Date() })
        .where('child_id', '=', child)
        .where('kind', '=', 'information-request')
        .executeTakeFirst();
      expect(ended.numUpdatedRows).toBe(1n);
    }));
});
