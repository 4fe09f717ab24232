import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ownLeftOut, ownMeasures } from '../../src/platform/measures/own-measures.ts';
import { sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();
const quarter = { from: '2026-07-01', to: '2026-09-30', definition: 'newer' } as const;

describe('the figures of a service', () => {
  it('are worked out for an analyst, who may open no child’s record', () =>
    trial(database(), async ({ tx, become }) => {
      await become('cleo-abacus');
      const { rows } = await ownMeasures(tx, ['kpi1', 'fte'], quarter);
      expect([...rows.keys()]).toEqual(['kpi1', 'fte']);
      expect(await ownLeftOut(tx)).toEqual(expect.any(Array));
    }));

  it.each(['ama-lovelock', 'gwendolen-osei', 'freddie-okafor-bright'])(
    'are refused to whoever may not read them: %s',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        await become(code);
        await sql`savepoint before`.execute(tx);
        await expect(ownMeasures(tx, ['kpi1'], quarter)).rejects.toThrow(
          'may not read the figures',
        );
        await sql`rollback to savepoint before`.execute(tx);
        await expect(ownLeftOut(tx)).rejects.toThrow('may not read the figures');
      }),
  );

  it('cannot be asked for a table or another function by a name of one’s own', () =>
    trial(database(), async ({ tx, become }) => {
      await become('cleo-abacus');
      await sql`savepoint before`.execute(tx);
      await expect(
        ownMeasures(tx, ['kpi1") union select (select string_agg(surname'], quarter),
      ).rejects.toThrow(/does not exist/);
      await sql`rollback to savepoint before`.execute(tx);
      await expect(sql`select measures.bundle_of_record()`.execute(tx)).rejects.toThrow(
        /permission denied/,
      );
    }));

  it('leave nothing behind that somebody could read beside them', () =>
    trial(database(), async ({ tx, become }) => {
      await become('cleo-abacus');
      await ownMeasures(tx, ['kpi1'], quarter);
      await expect(sql`select * from pg_temp.case_people`.execute(tx)).rejects.toThrow(
        /permission denied/,
      );
    }));
});
