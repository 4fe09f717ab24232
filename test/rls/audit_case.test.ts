import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { layAudit, layCases, laySealed, today } from '../support/audits.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, type Trial, trial } from '../support/database.ts';

const database = sharedDatabase();
type Tx = Trial['tx'];
const seen = async (tx: Tx) => (await tx.selectFrom('audit_case').select('id').execute()).length;
const frame = async (tx: Tx) => {
  const { rows } = await sql<{ child_id: string }>`
    select child_id from audit_frame(${'2000-01-01'}::date, ${today}::date, array['youth-caution'])`.execute(
    tx,
  );
  return rows;
};

describe('who cannot see an audit’s cases', () => {
  it.each(['ama-lovelock', 'quentin-larkin', 'annie-twelvetrees', 'gwendolen-osei'])(
    '%s sees none',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const child = await makeChild(tx, { worker: 'ama-lovelock' });
        await layAudit(tx, child, { first: 'nasir-hollyoak' });
        await become(code);
        expect(await seen(tx)).toBe(0);
      }),
  );

  it('an inspector sees those of their own sample and no others', () =>
    trial(database(), async ({ tx, become }) => {
      await layAudit(tx, await makeChild(tx), { first: 'nasir-hollyoak' });
      await layAudit(tx, await makeChild(tx), { first: 'edith-fairlamp' });
      await become('edith-fairlamp');
      expect(await seen(tx)).toBe(1);
    }));

  it('nobody sees the case of a record that was sealed since, unless they are on its list', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { restricted: true });
      await layAudit(tx, child, { first: 'nasir-hollyoak' });
      for (const code of ['nasir-hollyoak', 'marguerite-oyelaran', 'desmond-plumb']) {
        await become(code);
        expect(await seen(tx), code).toBe(0);
      }
    }));
});

describe('who cannot draw', () => {
  it.each(['ama-lovelock', 'edith-fairlamp', 'quentin-larkin', 'cleo-abacus'])(
    '%s is given no case to draw from and puts none into a sample',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const [child = ''] = await layCases(tx, ['Kit']);
        const { audit } = await layAudit(tx, await makeChild(tx), { first: 'nasir-hollyoak' });
        const involvement = await tx
          .selectFrom('involvement')
          .select('id')
          .where('child_id', '=', child)
          .executeTakeFirstOrThrow();
        await become(code);
        expect(await frame(tx)).toEqual([]);
        await expect(
          tx
            .insertInto('audit_case')
            .values({
              service_id: serviceId,
              id: newId(),
              audit_id: audit,
              child_id: child,
              involvement_id: involvement.id,
              position: 2,
              tier: 'out-of-court',
              disposal: 'youth-caution',
              sex: 'female',
              risk: 'low',
            })
            .execute(),
        ).rejects.toThrow(/row-level/);
      }),
  );

  it('a sealed record is not counted, so that its kind of work and its day are not found by narrowing the window', () =>
    trial(database(), async ({ tx, become }) => {
      await laySealed(tx);
      for (const code of ['marguerite-oyelaran', 'desmond-plumb']) {
        await become(code);
        expect(await frame(tx), code).toEqual([]);
      }
    }));

  it('a case’s stratum, worker and child are never changed', () =>
    trial(database(), async ({ tx, become }) => {
      await layAudit(tx, await makeChild(tx), { first: 'nasir-hollyoak' });
      await become('marguerite-oyelaran');
      await expect(
        tx
          .updateTable('audit_case')
          .set({ worker_id: staffId('ben-thackery') })
          .execute(),
      ).rejects.toThrow(/permission denied/);
    }));
});

describe('who cannot open a child’s record through a sample', () => {
  const tie = (tx: Tx, childId: string, code: string, endsAt: Date) =>
    tx
      .insertInto('relationship')
      .values({
        service_id: serviceId,
        id: newId(),
        child_id: childId,
        staff_id: staffId(code),
        kind: 'sample',
        starts_at: new Date(),
        ends_at: endsAt,
        reason: 'Reads a case in an audit',
      })
      .execute();

  it('an auditor gives nobody access to a case that is not theirs to read, nor for longer', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx);
      await layAudit(tx, child, { first: 'nasir-hollyoak' });
      const other = await makeChild(tx);
      await become('desmond-plumb');
      const { rows } = await sql<{ closes: Date }>`select closes from audit_seats()`.execute(tx);
      const closes = rows[0]?.closes ?? new Date();
      const longer = new Date(closes.getTime() + 86_400_000);
      for (const [id, code, until] of [
        [other, 'nasir-hollyoak', closes],
        [child, 'edith-fairlamp', closes],
        [child, 'nasir-hollyoak', longer],
      ] as const) {
        await sql`savepoint before`.execute(tx);
        await expect(tie(tx, id, code, until)).rejects.toThrow(/row-level/);
        await sql`rollback to savepoint before`.execute(tx);
      }
      await tie(tx, child, 'nasir-hollyoak', closes);
    }));
});

describe('the number of an audit’s next case', () => {
  it('is one more than the last of its own, also where that one’s record is sealed from whoever asks', () =>
    trial(database(), async ({ tx, become }) => {
      const number = async (audit: string) =>
        (await sql<{ next: number }>`select next_case_number(${audit}) as next`.execute(tx)).rows[0]
          ?.next;
      const sealed = await layAudit(tx, await makeChild(tx, { restricted: true }), {
        first: 'nasir-hollyoak',
      });
      const later = await layAudit(tx, await makeChild(tx), { first: 'nasir-hollyoak' });
      const move = (audit: string, position: number) =>
        tx
          .updateTable('audit_case')
          .set({ position })
          .where('audit_id', '=', audit)
          .where('service_id', '=', serviceId)
          .execute();
      await move(sealed.audit, 4);
      await move(later.audit, 9);
      await become('marguerite-oyelaran');
      expect(await number(sealed.audit)).toBe(5);
      expect(await number(newId())).toBe(1);
      // An audit of another service has the same id.
      await tx.executeQuery(sql`select set_config('app.service', ${newId()}, true)`.compile(tx));
      expect(await number(later.audit)).toBe(1);
    }));
});
