import { type DownloadTable, figureOf } from '../../../domain/statistics/download-table.ts';
import type { Contradiction } from '../../../domain/statistics/plan-contradictions.ts';
import type { Recomputed } from '../../../domain/statistics/recomputed.ts';

/** A plan's figures worked out again. */
export function recomputedTable(figures: readonly Recomputed[]): DownloadTable {
  return {
    name: 'plan-recomputed',
    title: 'Published figures worked out again from their own inputs',
    columns: [
      'Document',
      'Table',
      'Row',
      'Figure',
      'From',
      'Printed',
      'Recomputed',
      'Agrees',
      'Why not',
    ],
    rows: figures.map((one) => [
      one.document,
      one.table,
      one.row,
      one.figure,
      one.inputs,
      figureOf(one.printed),
      one.recomputed === null ? 'Not possible' : figureOf(one.recomputed),
      one.agrees ? 'Yes' : 'No',
      one.reason ?? '',
    ]),
    about: [
      ['Rounding', 'Worked out exactly, then rounded half up at the printed places.'],
      ['Source', 'The documents named in the first column; their inputs are printed in them.'],
      ['Licence', 'Facts quoted with their source.'],
    ],
  };
}

/** What the documents say against themselves. */
export function contradictionsTable(contradictions: readonly Contradiction[]): DownloadTable {
  return {
    name: 'plan-contradictions',
    title: 'What a plan and an inspection report say against themselves',
    columns: ['Kind', 'About', 'What is said, and where'],
    rows: contradictions.map(({ rule, about, says }) => [rule, about, says.join('; ')]),
    about: [
      ['Found', 'By rules among what the documents state and what their counts give.'],
      ['Source', 'The plan and the inspection report that are recomputed.'],
      ['Licence', 'Facts quoted with their source.'],
    ],
  };
}
