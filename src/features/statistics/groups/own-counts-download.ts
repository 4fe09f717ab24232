import { smallNumberRules } from '../../../domain/figures/small-numbers.data.ts';
import type { DownloadTable } from '../../../domain/statistics/download-table.ts';
import { rateRows } from './disproportionality-tables.ts';
import type { OwnResult } from './own-counts.ts';
import { rateColumns } from './rate-columns.ts';

/** The table of one’s own counts that may be handed on; null where none may be. */
export function ownCountsTable({
  toPublish,
  comparator,
  per,
  reference,
}: OwnResult): DownloadTable | null {
  if (!toPublish) return null;
  const { count, protecting, population, base } = smallNumberRules;
  const columns = rateColumns(per);
  return {
    name: 'own-counts-to-hand-on',
    title: `To hand on: small numbers hidden. Among: ${comparator}`,
    columns,
    rows: rateRows(toPublish, columns.length),
    about: [
      ['Among', comparator],
      ['Reference group', `${reference}: a relative rate of 1 is the same rate as theirs.`],
      [
        'Shares and gap',
        'Of every group; where one is left out or hidden they are not worked out.',
      ],
      [
        'Small numbers',
        `${count.rule} ${protecting.rule} ${per === 100 ? base.rule : population.rule}`,
      ],
      ['Source', 'Counts that the reader typed. Nothing of them is kept.'],
    ],
  };
}
