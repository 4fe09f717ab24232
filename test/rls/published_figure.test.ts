import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();
const tables = [
  'published_source',
  'published_measure',
  'published_area',
  'published_figure',
  'area_neighbour',
] as const;

describe.each(tables)('%s: public statistics', (table) => {
  it.each(['cleo-abacus', 'ama-lovelock', 'gwendolen-osei', 'xanthe-goodenough'])(
    '%s reads them and can change nothing',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        await become(code);
        const { rows } = await sql<{
          count: number;
        }>`select count(*) from ${sql.table(table)}`.execute(tx);
        expect(rows[0]?.count).toBeGreaterThan(0);
        await expect(sql`delete from ${sql.table(table)}`.execute(tx)).rejects.toThrow(
          /permission denied/,
        );
      }),
  );

  it('not even the administrator of a service writes them in the browser: they are every service’s', () =>
    trial(database(), async ({ tx, become }) => {
      await become('freddie-okafor-bright');
      await expect(
        sql`insert into ${sql.table(table)} select * from ${sql.table(table)} limit 1`.execute(tx),
      ).rejects.toThrow(/permission denied/);
    }));
});

describe('what ships', () => {
  it('every figure has a source with publisher, licence and attribution, and a vintage', () =>
    trial(database(), async ({ tx }) => {
      const { rows } = await sql`
        select distinct f.source_id from published_figure f join published_source s on s.id = f.source_id
        where s.publisher = '' or s.licence = '' or s.attribution = '' or s.carrier = '' or f.vintage = ''`.execute(
        tx,
      );
      expect(rows).toEqual([]);
    }));

  it('Havering’s first-time entrants of 2022 stand in both vintages, and London and England beside them', () =>
    trial(database(), async ({ tx, become }) => {
      await become('cleo-abacus');
      const { rows } = await sql<{ area_code: string; vintage: string; value: string }>`
        select area_code, vintage, value::text from published_figure
        where measure_id = 'first-time-entrants-rate' and period = '2022' and area_code in ('311', '986', '970')
        order by area_code, vintage`.execute(tx);
      expect(rows.map(({ area_code, value }) => `${area_code} ${value}`)).toEqual([
        '311 133',
        '311 107',
        '970 144',
        '970 152',
        '986 174',
        '986 169',
      ]);
    }));

  it('a figure without a value says why it has none', () =>
    trial(database(), async ({ tx }) => {
      const { rows } =
        await sql`select 1 from published_figure where value is null and mark is null`.execute(tx);
      expect(rows).toEqual([]);
    }));
});
