import { suppress } from '../../../domain/figures/suppress.ts';
import { tableKey, tablePublication } from '../../../domain/figures/table-publication.ts';
import { groupName, inOrder } from '../../../domain/statistics/group-names.ts';
import { type PlanShare, planShares } from '../../../domain/statistics/plan-shares.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { readReference } from '../../../platform/files/read-reference.ts';
import { censusResidents, type ResidentRow } from './disproportionality.queries.ts';

export type PopulationModel =
  | {
      readonly kind: 'population';
      /** Girls, boys and all, by ethnic group; the last row is everybody. Printed, with marks. */
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly plan: readonly PlanShare[];
    }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

/** Residents of an area without counts of decisions, with what its plan says of the shares of groups. */
export async function readPopulation(tx: Tx, areaCode: string): Promise<PopulationModel> {
  const residents = await censusResidents(tx, areaCode);
  const shares = readReference('statistics/plan-shares.csv', [
    'area',
    'group',
    'share',
    'of_whom',
    'comparator_share',
    'comparator',
  ]).filter(({ area }) => area === areaCode);
  const table = populationTable(residents);
  if (table.kind === 'refused') return table;
  return { ...table, plan: planShares(shares, residentsByEthnicity(residents)) };
}

/** Everybody of each ethnic group, girls and boys together. */
function residentsByEthnicity(residents: readonly ResidentRow[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { ethnicity, residents: count } of residents)
    sums.set(ethnicity, (sums.get(ethnicity) ?? 0) + count);
  return sums;
}

function populationTable(residents: readonly ResidentRow[]) {
  const groups = inOrder(residents.map(({ ethnicity }) => ethnicity));
  const sexes = inOrder(residents.map(({ sex }) => groupName(sex)));
  const sum = (rows: readonly ResidentRow[]) => rows.reduce((all, row) => all + row.residents, 0);
  const line = (label: string, rows: readonly ResidentRow[]) => [
    label,
    ...sexes.map((sex) => String(sum(rows.filter((row) => groupName(row.sex) === sex)))),
    String(sum(rows)),
  ];
  const body = [
    ...groups.map((group) =>
      line(
        group,
        residents.filter(({ ethnicity }) => ethnicity === group),
      ),
    ),
    line('Total', residents),
  ];
  const columns = ['Group', ...sexes, 'Total'];
  const publication = tablePublication([columns, ...body]);
  if ('problems' in publication)
    return { kind: 'refused' as const, problems: publication.problems };
  const found = suppress(publication);
  if (found.kind === 'refused') return found;
  const rows = body.map((cells, row) =>
    cells.map((cell, column) => found.marks.get(tableKey(row + 1, column)) ?? cell),
  );
  return { kind: 'population' as const, columns, rows };
}
