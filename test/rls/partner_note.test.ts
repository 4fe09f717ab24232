import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();
type Tx = Parameters<Parameters<typeof trial>[1]>[0]['tx'];
const classes = ['RC7', 'RC8', 'RC9', 'RC10'] as const;

const note = (tx: Tx, childId: string, recordClass: string) =>
  tx
    .insertInto('partner_note')
    .values({
      service_id: serviceId,
      id: newId(),
      child_id: childId,
      record_class: recordClass,
      detail: `Detail of ${recordClass}`,
    })
    .execute();
async function fourNotes(tx: Tx) {
  const child = await makeChild(tx, { worker: 'ama-lovelock' });
  for (const recordClass of classes) await note(tx, child, recordClass);
  return child;
}
const seen = async (tx: Tx, childId: string) =>
  (
    await tx
      .selectFrom('partner_note')
      .select('record_class')
      .where('child_id', '=', childId)
      .execute()
  )
    .map((row) => row.record_class)
    .sort();

describe('who reads which partner’s detail', () => {
  it.each([
    ['ama-lovelock', ['RC9']],
    ['marguerite-oyelaran', ['RC10', 'RC9']],
    ['philippa-standfast', ['RC10', 'RC9']],
    ['quentin-larkin', ['RC7']],
    ['rosamund-achebe', ['RC8']],
    ['tegan-bamford-ali', ['RC9']],
    ['viv-tolliver', ['RC10', 'RC9']],
    ['winston-appleby', ['RC10']],
    ['ursula-peaceful', []],
    ['annie-twelvetrees', []],
    ['xanthe-goodenough', []],
    ['cleo-abacus', []],
    ['gwendolen-osei', []],
    ['freddie-okafor-bright', []],
  ])('%s, who works with the child, reads %j and nothing else', (code, expected) =>
    trial(database(), async ({ tx, become }) => {
      const child = await fourNotes(tx);
      await relate(tx, child, code, 'co-worker');
      await become(code);
      expect(await seen(tx, child)).toEqual(expected);
    }),
  );

  it.each(['quentin-larkin', 'rosamund-achebe', 'tegan-bamford-ali', 'viv-tolliver'])(
    '%s reads nothing of a child they have no relationship with',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const child = await fourNotes(tx);
        await become(code);
        expect(await seen(tx, child)).toEqual([]);
      }),
  );

  it('police intelligence is not in the history that a case manager or a manager reads', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      await relate(tx, child, 'quentin-larkin', 'partner');
      await become('quentin-larkin');
      await note(tx, child, 'RC7');
      for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast']) {
        await become(code);
        const rows = await tx
          .selectFrom('change_log')
          .select('id')
          .where('child_id', '=', child)
          .where('table_name', '=', 'partner_note')
          .execute();
        expect(rows, code).toEqual([]);
      }
    }));
});

describe('who writes in which class', () => {
  it.each([
    ['quentin-larkin', 'RC8'],
    ['rosamund-achebe', 'RC7'],
    ['tegan-bamford-ali', 'RC10'],
    ['ama-lovelock', 'RC7'],
    ['marguerite-oyelaran', 'RC8'],
    ['ursula-peaceful', 'RC9'],
  ])('%s cannot write in %s', (code, recordClass) =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx);
      await relate(tx, child, code, 'co-worker');
      await become(code);
      await expect(note(tx, child, recordClass)).rejects.toThrow(/row-level security/);
    }),
  );
});
