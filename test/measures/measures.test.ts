import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleFiles } from '../../src/domain/case-level/files.data.ts';
import { type Definition, measures } from '../../src/domain/measures/measures.data.ts';
import type { Database } from '../../src/platform/db/connect.ts';
import { emptyBundle, fillBundle } from '../../src/platform/measures/open-bundle.ts';
import { randomBundle } from './random-bundle.ts';
import type { Bundle, Line } from './second-bundle.ts';
import { secondComputation } from './second-computation.ts';

let database: Database;
beforeAll(async () => {
  database = await emptyBundle();
});
afterAll(() => database.close());

async function fill(bundle: Bundle): Promise<void> {
  await database.runScript(`truncate ${bundleFiles.map((file) => `case_${file}`).join()}`);
  for (const file of bundleFiles)
    if (bundle[file].length > 0) await fillBundle(database, file, bundle[file]);
}

async function linesOf(period: { from: string; to: string; definition: Definition }) {
  const parts = measures.map(
    ({ id }) => sql`select ${id} as id, * from ${sql.id(`measure_${id.replaceAll('-', '_')}`)}(
      ${period.from}::date, ${period.to}::date, ${period.definition})`,
  );
  const { rows } = await sql<{ id: string; unit: string; counted: boolean; hit: boolean }>`
    ${sql.join(parts, sql` union all `)}`.execute(database.owner);
  return Map.groupBy(rows, ({ id }) => id);
}

const sorted = (lines: readonly Line[]) =>
  lines.toSorted((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0));

test('every measure agrees, row by row, with a second computation of it over bundles made by chance', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomBundle,
      fc.constantFrom<Definition>('first', 'newer'),
      fc.constantFrom('2025-03-31', '2025-12-31'),
      async (bundle, definition, to) => {
        await fill(bundle);
        const asked = { from: '2025-01-01', to, definition };
        const lines = await linesOf(asked);
        for (const { id } of measures) {
          const found = (lines.get(id) ?? []).map(
            ({ unit, counted, hit }): Line => ({ unit, in: counted, hit }),
          );
          const second = secondComputation[id]?.(bundle, asked) ?? [];
          expect({ id, rows: sorted(found) }).toEqual({ id, rows: sorted(second) });
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('every measure has a second computation, and every function of db/measures is a measure', () => {
  expect(Object.keys(secondComputation).toSorted()).toEqual(
    measures.map(({ id }) => id).toSorted(),
  );
});
