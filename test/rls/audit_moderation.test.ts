import { expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { layAudit, today } from '../support/audits.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, type Trial, trial } from '../support/database.ts';

const database = sharedDatabase();
type Tx = Trial['tx'];
const readers = { first: 'nasir-hollyoak', second: 'desmond-plumb' };

const agree = (tx: Tx, ids: Awaited<ReturnType<typeof layAudit>>, childId: string) =>
  tx
    .insertInto('audit_moderation')
    .values({
      service_id: serviceId,
      id: newId(),
      audit_id: ids.audit,
      case_id: ids.case,
      child_id: childId,
      key_question: '3.1.1',
      answer: 'no',
      reason: 'The school was not asked',
      moderated_on: today,
    })
    .execute();

it.each(['nasir-hollyoak', 'desmond-plumb', 'ama-lovelock', 'edith-fairlamp'])(
  '%s, who read the case or runs no audits, does not settle what readers differ on',
  (code) =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const ids = await layAudit(tx, child, readers);
      await become(code);
      await expect(agree(tx, ids, child)).rejects.toThrow(/row-level/);
    }),
);

it('a manager who read it neither time does, and readers see it only once they have judged', () =>
  trial(database(), async ({ tx, become }) => {
    const child = await makeChild(tx, { worker: 'ama-lovelock' });
    const ids = await layAudit(tx, child, readers);
    await become('philippa-standfast');
    await agree(tx, ids, child);
    const seen = () => tx.selectFrom('audit_moderation').select('id').execute();
    expect(await seen()).toHaveLength(1);
    await become('nasir-hollyoak');
    expect(await seen()).toEqual([]);
    await become('ama-lovelock');
    expect(await seen()).toEqual([]);
  }));

it('nobody settles a case of a sealed record that is closed to them', () =>
  trial(database(), async ({ tx, become }) => {
    const child = await makeChild(tx, { restricted: true });
    const ids = await layAudit(tx, child, readers);
    await become('philippa-standfast');
    await expect(agree(tx, ids, child)).rejects.toThrow(/row-level/);
  }));
