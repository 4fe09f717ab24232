import type { MeasureRow } from '../../domain/measures/figure-of-rows.ts';
import { compareText } from '../../domain/text/compare-text.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

/** A row of a measure and whose it is; `child` is null where the reader may not open their record. */
export type WithChild = {
  readonly child: { readonly id: string; readonly name: string } | null;
  /** What the child is called where they are not named: the same on every row of theirs. */
  readonly calledBy: string;
};
type OfPerson = { readonly person: string | null };
export type ShownRow = MeasureRow & WithChild;

/** Who the children of some rows are, as far as the reader may know. */
export async function withChildren<R extends OfPerson>(
  tx: Tx,
  serviceId: string,
  rows: readonly R[],
  all: readonly OfPerson[],
): Promise<readonly (R & WithChild)[]> {
  const numbers = [...new Set(rows.flatMap(({ person }) => person ?? []))];
  const children =
    numbers.length === 0
      ? []
      : await tx
          .selectFrom('child')
          .select(['id', 'number', 'forename', 'surname'])
          .where('service_id', '=', serviceId)
          .where('number', 'in', numbers)
          .execute();
  const known = new Map(
    children.map(({ id, number, forename, surname }) => [
      number,
      { id, name: `${forename} ${surname}` },
    ]),
  );
  const places = [...new Set(all.flatMap(({ person }) => person ?? []))].toSorted(compareText);
  return rows.map((row) => ({
    ...row,
    child: known.get(row.person ?? '') ?? null,
    calledBy: row.person === null ? '' : `Child ${places.indexOf(row.person) + 1}`,
  }));
}
