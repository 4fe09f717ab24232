import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trial } from '../support/database.ts';
import { layGiven, layLetter, layPoint, laySending } from '../support/letters.ts';
import { makeVictim } from '../support/partners.ts';

const database = sharedDatabase();

async function lay(tx: Tx, restricted = false, letter: object = {}, point: object = {}) {
  const child = await makeChild(tx, { worker: 'ama-lovelock', restricted });
  return {
    child,
    letter_id: await layLetter(tx, child, letter),
    contact_point_id: await layPoint(tx, child, point),
  };
}
const put = (tx: Tx, { child, ...row }: Awaited<ReturnType<typeof lay>>, more: object = {}) =>
  laySending(tx, child, { ...row, ...more });
const seen = (tx: Tx, child: string) =>
  tx.selectFrom('letter_sending').select('id').where('child_id', '=', child).execute();
const refused = /row-level security|permission denied/;

describe('who cannot', () => {
  it.each(['ursula-peaceful', 'quentin-larkin', 'xanthe-goodenough', 'cleo-abacus'])(
    '%s does not see that a letter is sent, even while working with the child',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const laid = await lay(tx);
        await put(tx, laid);
        await relate(tx, laid.child, code, 'partner');
        await become(code);
        expect(await seen(tx, laid.child)).toEqual([]);
      }),
  );

  it('the service’s own staff do not see that a letter is sent to a sealed child', () =>
    trial(database(), async ({ tx, become }) => {
      const laid = await lay(tx, true);
      await put(tx, laid);
      for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'annie-twelvetrees']) {
        await become(code);
        expect(await seen(tx, laid.child), code).toEqual([]);
      }
    }));

  it.each(['ben-thackery', 'rosamund-achebe', 'philippa-standfast', 'ursula-peaceful'])(
    '%s puts no letter in the outbox',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const laid = await lay(tx);
        if (code !== 'ben-thackery') await relate(tx, laid.child, code, 'partner');
        await become(code);
        await expect(put(tx, laid)).rejects.toThrow(refused);
      }),
  );

  it.each(['ama-lovelock', 'marguerite-oyelaran', 'annie-twelvetrees'])('%s does', (code) =>
    trial(database(), async ({ tx, become }) => {
      const laid = await lay(tx);
      await become(code);
      await put(tx, laid);
      expect(await seen(tx, laid.child)).toHaveLength(1);
    }),
  );
});

describe('where a letter never goes', () => {
  it.each([
    ['marked as not safe', {}, { safe_to_use: 'no' }],
    ['no longer used', {}, { valid_to: '2026-02-01' }],
    ['to a telephone that takes no texts', {}, { kind: 'telephone', value: '01632960001' }],
    ['with something still to be written', { words: 'Dear [Write the name]' }, {}],
    ['that is not needed', { not_needed_on: '2026-03-02', not_needed_why: 'They came' }, {}],
  ])('%s', (_why, letter, point) =>
    trial(database(), async ({ tx, become }) => {
      const laid = await lay(tx, false, letter, point);
      await become('ama-lovelock');
      const channel = 'kind' in point ? 'text' : 'email';
      await expect(put(tx, laid, { channel })).rejects.toThrow(refused);
    }),
  );

  it('to a number that stands a second time as not safe, under whomever it is called', () =>
    trial(database(), async ({ tx, become }) => {
      const laid = await lay(tx);
      await layPoint(tx, laid.child, { safe_to_use: 'no', whose: 'Mum’s partner' });
      await become('ama-lovelock');
      await expect(put(tx, laid)).rejects.toThrow(refused);
    }));

  it('to another child’s e-mail, or for another child’s letter', () =>
    trial(database(), async ({ tx, become }) => {
      const [laid, other] = [await lay(tx), await lay(tx)];
      await become('marguerite-oyelaran');
      for (const wrong of [
        { ...laid, contact_point_id: other.contact_point_id },
        { ...laid, letter_id: other.letter_id },
      ]) {
        await sql`savepoint before_it`.execute(tx);
        await expect(put(tx, wrong)).rejects.toThrow(refused);
        await sql`rollback to before_it`.execute(tx);
      }
    }));

  it('to an address that must not be disclosed', () =>
    trial(database(), async ({ tx, become }) => {
      const laid = await lay(tx);
      const id = newId();
      await tx
        .insertInto('child_address')
        .values({
          ...{ service_id: serviceId, id, child_id: laid.child, lines: '1 Secret Street' },
          ...{ accommodation_type: 'family', non_disclosure: true },
          ...{ valid_from: '2026-01-05', source: 'self' },
        })
        .execute();
      await become('ama-lovelock');
      const byPost = { channel: 'post', contact_point_id: null, address_id: id };
      await expect(put(tx, laid, byPost)).rejects.toThrow(refused);
    }));

  it('to a parent of whom it is recorded since that they must not be contacted', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const network_person_id = newId();
      await tx
        .insertInto('network_person')
        .values({
          ...{ service_id: serviceId, id: network_person_id, child_id: child },
          ...{ name: 'Robin Testaway', relationship: 'mother', may_be_contacted: 'no' },
          valid_from: '2026-01-01',
        })
        .execute();
      const letter_id = await layLetter(tx, child, {
        ...{ kind: 'to-parent', to_whom: 'parent', to_name: 'Robin', network_person_id },
      });
      const contact_point_id = await layPoint(tx, child, { whose: 'Mum' });
      await become('ama-lovelock');
      await expect(put(tx, { child, letter_id, contact_point_id })).rejects.toThrow(refused);
    }));

  it('by a machine to a person harmed', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const letter_id = await layLetter(tx, child, {
        ...{ record_class: 'RC11', kind: 'to-harmed', to_whom: 'victim', to_name: 'Somebody' },
        victim_involvement_id: await makeVictim(tx, child),
      });
      const contact_point_id = await layPoint(tx, child);
      await become('ursula-peaceful');
      await expect(put(tx, { child, letter_id, contact_point_id })).rejects.toThrow(refused);
    }));
});

describe('what became of it', () => {
  const says = (tx: Tx, id: string, values: object) =>
    tx.updateTable('letter_sending').set(values).where('id', '=', id).execute();
  const went = (code: string) => ({
    ...{ state: 'sent', sent_at: '2026-03-02T10:00:00Z', proof: 'Posted' },
    told_by: staffId(code),
  });
  const back = (code: string) => ({
    ...{ state: 'sent-back', came_back_at: '2026-03-03T10:00:00Z', came_back_why: 'Full' },
    told_by: staffId(code),
  });

  it('is said in one’s own name alone, and goes on and never back', () =>
    trial(database(), async ({ tx, become }) => {
      const laid = await lay(tx);
      const id = await put(tx, laid);
      await become('ama-lovelock');
      await sql`savepoint before_it`.execute(tx);
      await expect(says(tx, id, went('annie-twelvetrees'))).rejects.toThrow(refused);
      await sql`rollback to before_it`.execute(tx);
      await says(tx, id, went('ama-lovelock'));
      await become('annie-twelvetrees');
      await says(tx, id, back('annie-twelvetrees'));
      const after = await tx
        .updateTable('letter_sending')
        .set(went('annie-twelvetrees'))
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      expect(after.numUpdatedRows).toBe(0n);
    }));

  it('is not said by a person of what the service sends, but that it comes back', () =>
    trial(database(), async ({ tx, become }) => {
      const laid = await lay(tx);
      const id = await put(tx, laid, { sender: 'service' });
      await become('ama-lovelock');
      await sql`savepoint before_it`.execute(tx);
      await expect(says(tx, id, went('ama-lovelock'))).rejects.toThrow(refused);
      await sql`rollback to before_it`.execute(tx);
      await says(tx, id, back('ama-lovelock'));
    }));

  it('is found by the server alone: nobody of the staff says that it tried or what the provider said', () =>
    trial(database(), async ({ tx, become }) => {
      const laid = await lay(tx);
      const id = await put(tx, laid, { sender: 'service' });
      for (const call of [
        sql`select letter_sending_tried(${id})`,
        sql`select letter_sending_becomes(${id}, 'queued', 'sent', 'x', 'x')`,
      ]) {
        await become('marguerite-oyelaran');
        await sql`savepoint before_it`.execute(tx);
        await expect(call.execute(tx)).rejects.toThrow(/permission denied/);
        await sql`rollback to before_it`.execute(tx);
      }
    }));

  it('does not touch a letter that somebody else’s service sends', () =>
    trial(database(), async ({ tx }) => {
      const laid = await lay(tx);
      const id = await put(tx, laid, { sender: 'service' });
      await sql`select set_config('app.service', ${newId()}, true), set_config('role', 'foothold_app', true)`.execute(
        tx,
      );
      expect((await sql`select * from letter_sending_tried(${id})`.execute(tx)).rows).toEqual([]);
    }));
});

it('the words of a letter stay as they are while it is on its way, and may be changed once it came back', () =>
  trial(database(), async ({ tx, become, becomeOwner }) => {
    const laid = await lay(tx);
    const change = async () => {
      await become('ama-lovelock');
      const { numUpdatedRows } = await tx
        .updateTable('letter')
        .set({ words: 'Other words' })
        .where('id', '=', laid.letter_id)
        .executeTakeFirstOrThrow();
      await becomeOwner();
      return Number(numUpdatedRows);
    };
    const id = await put(tx, laid);
    expect(await change()).toBe(0);
    await tx
      .updateTable('letter_sending')
      .set({ state: 'sent-back', came_back_at: '2026-03-03T10:00:00Z', came_back_why: 'Full' })
      .where('id', '=', id)
      .execute();
    expect(await change()).toBe(1);
    await layGiven(tx, laid.child, laid.letter_id);
    expect(await change()).toBe(0);
  }));
