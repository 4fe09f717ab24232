import { setImmediate } from 'node:timers/promises';
import type { Day } from '../../domain/calendar/day.ts';
import {
  dataRows,
  findHeader,
  headingKey,
  type KeptMapping,
  type SourceRow,
} from '../../domain/referrals/find-header.ts';
import { type JudgedList, judgingList } from '../../domain/referrals/judge-list.ts';
import type { ExistingChild } from '../../domain/referrals/judged-row.ts';
import { readRow } from '../../domain/referrals/read-row.ts';
import type { OutcomeWording, ReferralValues } from '../../domain/referrals/referral-values.ts';
import type { Steps } from '../../domain/text/steps.ts';

export type JudgeOptions = {
  readonly today: Day;
  readonly outcomeWordings: readonly OutcomeWording[];
  readonly kept: KeptMapping;
  /** Looks up the children whom the list may mean. */
  readonly existing: (list: readonly ReferralValues[]) => Promise<readonly ExistingChild[]>;
};

/** Judges a list against the children whom it may mean, and only those. */
export async function judgeTable(
  rows: readonly SourceRow[],
  options: JudgeOptions,
): Promise<JudgedList> {
  const header = findHeader(rows, options.kept);
  if (header.kind === 'not-found' || header.mapping.missing.length > 0)
    return breathing(judgingList(rows, [], options));
  const values = dataRows(rows, header.mapping).map(
    (row) => readRow(row, header.mapping, options).values,
  );
  return breathing(judgingList(rows, await options.existing(values), options));
}

const LONGEST_BREATH = 25;

// Thousands of rows take seconds: other people's pages are answered in between.
async function breathing<Result>(steps: Steps<Result>): Promise<Result> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since > LONGEST_BREATH) {
      await setImmediate();
      since = performance.now();
    }
  }
}

/** The headings of a row as one key, by which a sender's files are known again. */
export function headerKey(cells: readonly string[]): string {
  return cells.map(headingKey).join('|').replace(/\|+$/, '');
}

/** What was once said of a header that stands in the first rows of this file. */
export function keptFor(
  rows: readonly SourceRow[],
  kept: ReadonlyMap<string, KeptMapping>,
): KeptMapping | null {
  for (const row of rows.slice(0, 40)) {
    const found = kept.get(headerKey(row.cells));
    if (found) return found;
  }
  return null;
}
