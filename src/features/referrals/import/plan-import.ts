import type { Day } from '../../../domain/calendar/day.ts';
import type { JudgedRow } from '../../../domain/referrals/judged-row.ts';
import { urnKey } from '../../../domain/referrals/known-people.ts';
import type { ReferralValues } from '../../../domain/referrals/referral-values.ts';
import { offenceKey } from '../../../domain/referrals/split-offences.ts';
import { newId } from '../../../platform/db/new-id.ts';
import type { Decision } from './decided-row.ts';
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
  /** Offences of a referral, in the words of whoever sent them. */
  readonly offences: ReadonlyMap<string, readonly string[]>;
};

/** A judged row, what it puts into each table, and what is said of it. */
export type RowPlan = {
  readonly judged: JudgedRow;
  readonly planned: PlannedRow;
  readonly report: ReportRow;
  /** The record that must stand for it; null of a child who is new. */
  readonly recordId: string | null;
};

/** What was done and said of a list before it is made. */
export type Before = {
  /** The children that rows have become which are made already. */
  readonly children: ReadonlyMap<number, string>;
  readonly decisions: ReadonlyMap<number, Decision>;
};

export const referralKey = (childId: string, urn: string | null) =>
  `${childId} ${urnKey(urn ?? '')}`;

/** Lays out every row that an import will write, with its id, before anything is written; a child gets its number as it is written. */
export function planImport(
  judged: readonly JudgedRow[],
  context: RowContext,
  onRecord: OnRecord,
  earlier: ReadonlyMap<string, EarlierHold>,
  before: Before,
): readonly RowPlan[] {
  const children = new Map(before.children);
  const referrals = new Map(onRecord.referrals);
  const victims = new Map(onRecord.victims);
  const offences = new Map(onRecord.offences);
  const idOf = ({ child, row }: JudgedRow) =>
    child?.kind === 'record' ? child.id : children.get(child?.kind === 'row' ? child.row : row);

  const newReferral = (childId: string, row: number, values: ReferralValues) => {
    const id = newId();
    const had = victims.get(childId) ?? [];
    referrals.set(referralKey(childId, values.urn), id);
    offences.set(id, values.offences);
    const made = referralRows(context, { id, childId, row, victims: had }, values);
    victims.set(childId, [...had, ...made.victim_involvement.map(({ label }) => label)]);
    return { made, referralId: id };
  };
  const moreOffences = (
    childId: string,
    referralId: string,
    added: readonly string[],
    day: Day | null,
  ) => {
    offences.set(referralId, [...(offences.get(referralId) ?? []), ...added]);
    return offenceRows(context, childId, referralId, added, day);
  };
  const held = (each: JudgedRow, resolved: Parameters<typeof holdRow>[4] = null) => {
    const holdId = newId();
    const recordOf = (row: number) => children.get(row) ?? null;
    return { holdId, referral_hold: [holdRow(context, holdId, each, recordOf, resolved)] };
  };

  const planOne = (each: JudgedRow, report: ReportRow): Planned => {
    const { row, values, effect } = each;
    if (report.makes === 'hold') {
      const { holdId, referral_hold } = held(each);
      return { values: { referral_hold }, report: { ...report, holdId } };
    }
    if (each.verdict === 'hold' || each.verdict === 'refuse') return { values: {}, report };
    const isNew = effect.kind === 'new-child';
    if (isNew) children.set(row, newId());
    const childId = idOf(each);
    if (childId === undefined) throw new Error(`Row ${row} is matched to a row that made no child`);
    const recordId = each.child?.kind === 'record' ? childId : null;
    const known = referrals.get(referralKey(childId, values.urn));
    const said = { ...report, childId, ...(known ? { referralId: known } : {}) };
    if (effect.kind === 'nothing') return { values: {}, report: said };
    if (effect.kind === 'added-offences' && known) {
      const offence = moreOffences(childId, known, effect.offences, values.offenceDate);
      return { values: { offence }, report: said, recordId };
    }
    const { made, referralId } = newReferral(childId, row, values);
    const child = isNew ? childRows(context, childId, '', values) : {};
    return { values: { ...child, ...made }, report: { ...said, referralId }, recordId };
  };

  /** What a person decided before the import, written with who decided it; what the record has overtaken waits for them again. */
  const planDecided = (each: JudgedRow, report: ReportRow, decision: Decision): Planned => {
    const { kind, values, says } = decision;
    const named = decision.childId ?? children.get(decision.row ?? each.row);
    const childId = { created: newId(), matched: named, discarded: null }[kind];
    const reasons = [says, ...each.reasons];
    if (!decision.stands || childId === undefined) {
      const again = [`The record has changed since it was decided: decide again. ${says}`];
      const asked = { ...each, reasons: [...again, ...each.reasons] };
      const { holdId, referral_hold } = held(asked);
      const { reasons: why } = asked;
      const said = { ...report, verdict: 'hold' as const, makes: 'hold' as const, reasons: why };
      return { values: { referral_hold }, report: { ...said, holdId } };
    }
    const { holdId, referral_hold } = held(each, { decision, childId });
    const said = { ...report, holdId, reasons, decided: says };
    if (childId === null)
      return { values: { referral_hold }, report: { ...said, makes: 'nothing' } };
    children.set(each.row, childId);
    const recordId = decision.childId;
    const known = values.urn === null ? undefined : referrals.get(referralKey(childId, values.urn));
    if (known) {
      const before = new Set((offences.get(known) ?? []).map(offenceKey));
      const added = values.offences.filter((text) => !before.has(offenceKey(text)));
      const offence = moreOffences(childId, known, added, values.offenceDate);
      const makes = added.length > 0 ? ('offences' as const) : ('nothing' as const);
      const row = { ...said, makes, childId, referralId: known };
      return { values: { offence, referral_hold }, report: row, recordId };
    }
    const { made, referralId } = newReferral(childId, each.row, values);
    const isNew = kind === 'created';
    const child = isNew ? childRows(context, childId, '', values) : {};
    const makes = isNew ? ('child-and-referral' as const) : ('referral' as const);
    return {
      values: { ...child, ...made, referral_hold },
      report: { ...said, makes, childId, referralId },
      recordId,
    };
  };

  return judged.map((each) => {
    const report = reportRow(each, earlier);
    const decision = before.decisions.get(each.row);
    const isAsked = each.verdict === 'hold' ? report.makes === 'hold' : each.verdict !== 'refuse';
    const { values, ...rest } =
      decision && isAsked ? planDecided(each, report, decision) : planOne(each, report);
    return { judged: each, planned: { row: each.row, values }, recordId: null, ...rest };
  });
}

type Planned = Pick<RowPlan, 'report'> & {
  readonly values: PlannedRow['values'];
  readonly recordId?: string | null;
};
