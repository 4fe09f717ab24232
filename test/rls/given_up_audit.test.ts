import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { judgementRow, layAudit, today } from '../support/audits.ts';
import { makeChild } from '../support/children.ts';
import { sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();

it('an audit that was given up counts in no figure', () =>
  trial(database(), async ({ tx, become, becomeOwner }) => {
    const child = await makeChild(tx, { worker: 'ama-lovelock' });
    const ids = await layAudit(tx, child, { first: 'nasir-hollyoak' });
    await tx
      .insertInto('audit_judgement')
      .values({
        ...judgementRow(ids, child, 'nasir-hollyoak'),
        prompts: JSON.stringify({ one: { answer: 'yes', note: '' } }),
      })
      .execute();
    await sql`update audit_reading set strengths = 'Good', learning = 'Some', done_on = ${today} where id = ${ids.first}`.execute(
      tx,
    );
    const counted = async () => {
      await become('philippa-standfast');
      const { rows } = await sql<{ some: number[] }>`select array[
        (select count(*)::int from audit_outcomes(array[${ids.audit}]::uuid[])),
        (select count(*)::int from audit_case_counts(array[${ids.audit}]::uuid[])),
        (select count(*)::int from audit_prompt_counts(array[${ids.audit}]::uuid[]))] as some`.execute(
        tx,
      );
      await becomeOwner();
      return rows[0]?.some;
    };
    expect(await counted()).toEqual([1, 1, 1]);
    await sql`update audit set status = 'cancelled', cancelled_reason = 'Too few' where id = ${ids.audit}`.execute(
      tx,
    );
    expect(await counted()).toEqual([0, 0, 0]);
  }));
