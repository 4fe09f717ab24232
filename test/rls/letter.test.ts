import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { cannotTests } from '../support/cannot.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';
import { layGiven, layLetter, toTheChild } from '../support/letters.ts';
import { makeVictim } from '../support/partners.ts';
import { outsideTheVault } from '../support/vault.ts';

const database = sharedDatabase();

cannotTests(database, {
  table: 'letter',
  row: () => toTheChild,
  change: { subject: 'Another heading' },
  readers: ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast', 'annie-twelvetrees'],
  notReaders: ['ursula-peaceful', 'quentin-larkin', 'xanthe-goodenough', 'gwendolen-osei'],
  writers: ['ama-lovelock', 'marguerite-oyelaran', 'annie-twelvetrees'],
  notWriters: ['rosamund-achebe', 'philippa-standfast', 'ursula-peaceful', 'desmond-plumb'],
});

const harmed = (victim_involvement_id: string) => ({
  ...{ record_class: 'RC11', kind: 'to-harmed', to_whom: 'victim', to_name: 'Somebody' },
  victim_involvement_id,
});
const seen = (tx: Tx, table: 'letter' | 'letter_delivery', child: string) =>
  tx.selectFrom(table).select('id').where('child_id', '=', child).execute();

describe('a letter to a person harmed', () => {
  it.each(outsideTheVault)('is nothing to %s, nor that it was given, nor its history', (code) =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const letter = await layLetter(tx, child, harmed(await makeVictim(tx, child)));
      await layGiven(tx, child, letter, { record_class: 'RC11' });
      await become(code);
      expect(await seen(tx, 'letter', child)).toEqual([]);
      expect(await seen(tx, 'letter_delivery', child)).toEqual([]);
      const history = await tx
        .selectFrom('change_log')
        .select('id')
        .where('child_id', '=', child)
        .where('table_name', 'in', ['letter', 'letter_delivery'])
        .execute();
      expect(history).toEqual([]);
    }),
  );

  it.each([
    ['given', true],
    ['not-sought', true],
    ['declined', false],
    ['no-consent', false],
  ])('is written by the victim worker to somebody whose wishes are %s: %s', (wishes, may) =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const line = await makeVictim(tx, child);
      await becomeOwner();
      await tx
        .updateTable('victim_involvement')
        .set({ wishes, no_wishes_reason: 'They said so' })
        .where('id', '=', line)
        .execute();
      await become('ursula-peaceful');
      const written = layLetter(tx, child, harmed(line));
      if (may) expect(await written).toBeTruthy();
      else await expect(written).rejects.toThrow(/row-level security/);
    }),
  );

  it('is not written by the child’s worker, under any class', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const line = await makeVictim(tx, child);
      await become('ama-lovelock');
      await expect(layLetter(tx, child, harmed(line))).rejects.toThrow(/row-level security/);
    }));
});

it.each([
  ['yes', true],
  ['not-asked', true],
  ['no', false],
])(
  'a parent of whom it is recorded that they may be contacted: %s, is written to: %s',
  (may_be_contacted, may) =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const person = newId();
      await tx
        .insertInto('network_person')
        .values({
          ...{ service_id: serviceId, id: person, child_id: child, name: 'Robin Testaway' },
          ...{ relationship: 'mother', may_be_contacted, valid_from: '2026-01-01' },
        })
        .execute();
      await become('ama-lovelock');
      const written = layLetter(tx, child, {
        ...{ kind: 'to-parent', to_whom: 'parent', to_name: 'Robin', network_person_id: person },
      });
      if (may) expect(await written).toBeTruthy();
      else await expect(written).rejects.toThrow(/row-level security/);
    }),
);

it('the words of a letter that was given are changed by nobody', () =>
  trial(database(), async ({ tx, become, becomeOwner }) => {
    const child = await makeChild(tx, { worker: 'ama-lovelock' });
    const letter = await layLetter(tx, child);
    const change = async () =>
      Number(
        (
          await tx
            .updateTable('letter')
            .set({ words: 'Other words' })
            .where('id', '=', letter)
            .executeTakeFirstOrThrow()
        ).numUpdatedRows,
      );
    await become('ama-lovelock');
    expect(await change()).toBe(1);
    await becomeOwner();
    await layGiven(tx, child, letter);
    for (const code of ['ama-lovelock', 'marguerite-oyelaran']) {
      await become(code);
      expect(await change(), code).toBe(0);
    }
  }));
