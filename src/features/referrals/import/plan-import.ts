import type { JudgedRow } from '../../../domain/referrals/judged-row.ts';
import { urnKey } from '../../../domain/referrals/known-people.ts';
import { newId } from '../../../platform/db/new-id.ts';
import {
  childRows,
  holdRow,
  offenceRows,
  type PlannedRow,
  type RowContext,
  referralRows,
} from './plan-row.ts';
import { type EarlierHold, type ReportRow, reportRow } from './report-rows.ts';

/** What the record has of the children whom a list matches. */
export type OnRecord = {
  /** Id of a child's referral, by child and URN. */
  readonly referrals: ReadonlyMap<string, string>;
  /** Labels of the victim lines of a child. */
  readonly victims: ReadonlyMap<string, readonly string[]>;
};

/** A judged row, what it puts into each table, and what is said of it. */
export type RowPlan = {
  readonly judged: JudgedRow;
  readonly planned: PlannedRow;
  readonly report: ReportRow;
};

export const referralKey = (childId: string, urn: string | null) =>
  `${childId} ${urnKey(urn ?? '')}`;

/**
 * Lays out every row that an import will write, with its id, before anything is written; a child gets its number as it is written.
 * `before` says which child rows have become that are made already.
 */
export function planImport(
  judged: readonly JudgedRow[],
  context: RowContext,
  onRecord: OnRecord,
  earlier: ReadonlyMap<string, EarlierHold>,
  before: ReadonlyMap<number, string> = new Map(),
): readonly RowPlan[] {
  const children = new Map(before);
  const referrals = new Map(onRecord.referrals);
  const victims = new Map(onRecord.victims);
  const idOf = ({ child, row }: JudgedRow) =>
    child?.kind === 'record' ? child.id : children.get(child?.kind === 'row' ? child.row : row);

  const planOne = (each: JudgedRow): Omit<RowPlan, 'judged'> => {
    const { row, values, effect } = each;
    const report = reportRow(each, earlier);
    if (report.makes === 'hold') {
      const holdId = newId();
      const hold = holdRow(context, holdId, each, (number) => children.get(number) ?? null);
      return { planned: { row, values: { referral_hold: [hold] } }, report: { ...report, holdId } };
    }
    if (each.verdict === 'hold' || each.verdict === 'refuse')
      return { planned: { row, values: {} }, report };
    const isNew = effect.kind === 'new-child';
    if (isNew) children.set(row, newId());
    const childId = idOf(each);
    if (childId === undefined) throw new Error(`Row ${row} is matched to a row that made no child`);
    const known = referrals.get(referralKey(childId, values.urn));
    const said = { ...report, childId, ...(known ? { referralId: known } : {}) };
    if (effect.kind === 'nothing') return { planned: { row, values: {} }, report: said };
    if (effect.kind === 'added-offences' && known) {
      const offence = offenceRows(context, childId, known, effect.offences, values.offenceDate);
      return { planned: { row, values: { offence } }, report: said };
    }
    const referralId = newId();
    const before = victims.get(childId) ?? [];
    referrals.set(referralKey(childId, values.urn), referralId);
    const made = referralRows(context, { id: referralId, childId, row, victims: before }, values);
    victims.set(childId, [...before, ...made.victim_involvement.map(({ label }) => label)]);
    const rows = {
      ...(isNew ? childRows(context, childId, '', values) : {}),
      ...made,
    };
    return { planned: { row, values: rows }, report: { ...said, referralId } };
  };

  return judged.map((each) => ({ judged: each, ...planOne(each) }));
}
