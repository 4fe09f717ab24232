import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attack, type Belief, solveLinear } from '../../../test/support/attack.ts';
import type { Cell, Publication, Relation } from './publication.ts';
import { smallNumberRules } from './small-numbers.data.ts';
import { suppress } from './suppress.ts';

type Shape = { readonly rows: boolean; readonly columns: boolean };

/** A table with whichever totals it is to have; with `by`, each row's total is also split another way. */
function publicationOf(table: number[][], shape: Shape, by: number | null): Publication {
  const cells: Cell[] = [];
  const relations: Relation[] = [];
  const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
  const put = (key: string, value: number) => {
    cells.push({ key, value });
    return key;
  };
  const relate = (total: string, parts: string[]) => relations.push({ name: total, total, parts });
  const columns = table[0]?.map((_, at) => table.map((row) => row[at] ?? 0)) ?? [];
  const keys = table.map((row, i) => row.map((value, j) => put(`${i},${j}`, value)));
  const rowTotals = shape.rows ? table.map((row, i) => put(`${i},T`, sum(row))) : [];
  const columnTotals = shape.columns ? columns.map((one, j) => put(`T,${j}`, sum(one))) : [];
  for (const [i, total] of rowTotals.entries()) relate(total, keys[i] ?? []);
  for (const [j, total] of columnTotals.entries())
    relate(
      total,
      keys.map((row) => row[j] ?? ''),
    );
  if (shape.rows && shape.columns) {
    const all = put('T,T', sum(table.flat()));
    relate(all, rowTotals);
    relate(all, columnTotals);
  }
  if (by !== null)
    for (const [i, total] of rowTotals.entries()) {
      const value = sum(table[i] ?? []);
      const boys = Math.min(value, Math.floor((value * by) / 10));
      relate(total, [put(`${i} boys`, boys), put(`${i} girls`, value - boys)]);
    }
  return { cells, relations };
}

const awkward = fc.oneof(
  fc.constantFrom(0, 0, 1, 5, 6),
  fc.integer({ min: 0, max: 9 }),
  fc.integer({ min: 0, max: 60 }),
);
const publications = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.record({
      table: fc.array(fc.array(awkward, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
      shape: fc.record({ rows: fc.boolean(), columns: fc.boolean() }),
      by: fc.option(fc.integer({ min: 0, max: 10 })),
    }),
  )
  .map(({ table, shape, by }) => publicationOf(table, shape, by));
const beliefs: readonly Belief[] = ['zero or large', 'large', 'anything'];

function printedOf({ cells, relations }: Publication) {
  const found = suppress({ cells, relations });
  if (found.kind === 'refused') throw new Error(found.problems.join('; '));
  const counts = new Map(cells.map(({ key, value }) => [key, found.marks.get(key) ?? `${value}`]));
  return { counts, sums: relations, log: found.log };
}

describe('a reader who attacks the printed tables', () => {
  it('finds no hidden count, whatever is taken to stand behind an x', () => {
    fc.assert(
      fc.property(publications, (publication) => {
        const printed = printedOf(publication);
        expect(solveLinear(printed)).toEqual([]);
        const truth = new Map(publication.cells.map(({ key, value }) => [key, value]));
        const isWithheld = printed.log.some(({ why }) => why === 'withheld');
        for (const belief of beliefs) {
          const { certain, givenUp } = attack(printed, belief);
          expect(givenUp).toBe(0);
          // Where a small count stands behind an x, a reader may be led astray, but never to the truth.
          const found = [...certain].filter(
            ([key, value]) => !isWithheld || truth.get(key) === value,
          );
          expect(found).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds none by adding and subtracting in a table of 30 by 12 with totals', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(awkward, { minLength: 12, maxLength: 12 }), {
          minLength: 30,
          maxLength: 30,
        }),
        (table) => {
          const printed = printedOf(publicationOf(table, { rows: true, columns: true }, null));
          expect(solveLinear(printed)).toEqual([]);
        },
      ),
      { numRuns: 5 },
    );
  });

  it('does find counts in the same tables when only the small ones are hidden', () => {
    const table = [
      [3, 20, 30],
      [9, 4, 50],
      [10, 11, 12],
    ];
    const { cells, relations } = publicationOf(table, { rows: true, columns: true }, null);
    const counts = new Map(
      cells.map(({ key, value }) => [key, value && value < 6 ? '<6' : `${value}`]),
    );
    expect(solveLinear({ counts, sums: relations }).sort()).toEqual(['0,0', '1,1']);
    expect([...attack({ counts, sums: relations }, 'anything').certain]).toEqual([
      ['0,0', 3],
      ['1,1', 4],
    ]);
  });

  it('sees every nought and every count that is neither small nor needed', () => {
    fc.assert(
      fc.property(publications, (publication) => {
        const { counts } = printedOf(publication);
        const { mark, most } = smallNumberRules.count;
        for (const { key, value } of publication.cells) {
          const text = counts.get(key);
          if (value === 0) expect(text).toBe('0');
          else if (value !== null && value <= most) expect([mark, 'x']).toContain(text);
          else expect([`${value}`, 'x']).toContain(text);
        }
        const isSmall = publication.cells.some(({ value }) => value && value <= most);
        if (!isSmall) expect([...counts.values()]).not.toContain('x');
      }),
    );
  });

  it('learns no more when what was printed is taken in and printed again', () => {
    fc.assert(
      fc.property(publications, ({ cells, relations }) => {
        const { counts } = printedOf({ cells, relations });
        const again = suppress({
          cells: [...counts].map(([key, text]) =>
            /\d$/.test(text) && text !== '<6'
              ? { key, value: Number(text) }
              : { key, value: null, carried: text },
          ),
          relations,
        });
        expect(again.kind === 'suppressed' && Object.fromEntries(again.marks)).toEqual(
          Object.fromEntries([...counts].filter(([, text]) => text === '<6' || text === 'x')),
        );
      }),
    );
  });
});
