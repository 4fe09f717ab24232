import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();
const result = (service_id = serviceId) => ({
  service_id,
  id: newId(),
  inspected: 'Eastmarsh',
  published: '2026-05',
  framework: '2025',
  overall_rating: 'Good',
  source: 'Invented',
});
type More = { corrects?: string; corrects_shipped?: string; reason?: string };
const add = (tx: Tx, row: ReturnType<typeof result> & More) =>
  tx.insertInto('inspection_result').values(row).execute();
const seen = (tx: Tx) => tx.selectFrom('inspection_result').select('id').execute();

describe('inspection_result: published results that were added', () => {
  it('nobody of another service sees one or adds one there', () =>
    trial(database(), async ({ tx, become }) => {
      const elsewhere = newId();
      await tx
        .insertInto('service')
        .values({ id: elsewhere, code: 'elsewhere', name: 'Elsewhere', nation: 'england' })
        .execute();
      await add(tx, result(elsewhere));
      await become('cleo-abacus');
      expect(await seen(tx)).toEqual([]);
      await expect(add(tx, result(elsewhere))).rejects.toThrow(/row-level security/);
    }));

  it.each(['ama-lovelock', 'xanthe-goodenough'])('%s, who reads no statistics, sees none', (code) =>
    trial(database(), async ({ tx, become }) => {
      await add(tx, result());
      await become(code);
      expect(await seen(tx)).toEqual([]);
    }),
  );

  it('the board sees them and adds none', () =>
    trial(database(), async ({ tx, become }) => {
      await add(tx, result());
      await become('gwendolen-osei');
      expect((await seen(tx)).length).toBe(1);
      await expect(add(tx, result())).rejects.toThrow(/row-level security/);
    }));

  it.each(['change', 'take away'])('nobody can %s what was added, not even who added it', (what) =>
    trial(database(), async ({ tx, become }) => {
      await become('cleo-abacus');
      await add(tx, result());
      const done =
        what === 'change'
          ? tx.updateTable('inspection_result').set({ overall_rating: 'Inadequate' }).execute()
          : tx.deleteFrom('inspection_result').execute();
      await expect(done).rejects.toThrow(/permission denied/);
    }),
  );

  it('a row is corrected once, and only with a reason', () =>
    trial(database(), async ({ tx, become }) => {
      await become('marguerite-oyelaran');
      const first = result();
      await add(tx, first);
      await add(tx, { ...result(), corrects: first.id, reason: 'Typed wrongly' });
      await expect(add(tx, { ...result(), corrects: first.id, reason: 'Again' })).rejects.toThrow(
        /corrects_key/,
      );
    }));

  it('a correction without its reason is refused', () =>
    trial(database(), async ({ tx }) => {
      const first = result();
      await add(tx, first);
      await expect(add(tx, { ...result(), corrects: first.id })).rejects.toThrow(/check/);
    }));

  it.each([
    ['without its reason', { corrects_shipped: 'leeds-2022' }],
    [
      'that takes the place of an added one too',
      { corrects_shipped: 'leeds-2022', reason: 'Mistyped', corrects: newId() },
    ],
  ])('a correction of what ships %s is refused', (_what, more) =>
    trial(database(), ({ tx }) =>
      expect(add(tx, { ...result(), ...more })).rejects.toThrow(/corrected_for_a_reason/),
    ),
  );

  it('what ships is corrected once', () =>
    trial(database(), async ({ tx, become }) => {
      await become('cleo-abacus');
      const correction = () => ({
        ...result(),
        corrects_shipped: 'leeds-2022',
        reason: 'Mistyped',
      });
      await add(tx, correction());
      await expect(add(tx, correction())).rejects.toThrow(/corrects_shipped_key/);
    }));
});
