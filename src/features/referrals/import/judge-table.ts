import { setImmediate } from 'node:timers/promises';
import type { Day } from '../../../domain/calendar/day.ts';
import { type JudgedList, judgingList } from '../../../domain/referrals/judge-list.ts';
import type { ExistingChild } from '../../../domain/referrals/judged-row.ts';
import type { KeptMappings } from '../../../domain/referrals/map-columns.ts';
import { readingList } from '../../../domain/referrals/read-list.ts';
import type { OutcomeWording, ReferralValues } from '../../../domain/referrals/referral-values.ts';
import type { Steps } from '../../../domain/text/steps.ts';
import type { ListFile } from './read-file.ts';

export type JudgeOptions = {
  readonly today: Day;
  readonly outcomeWordings: readonly OutcomeWording[];
  readonly kept: KeptMappings;
  /** Looks up the children whom the list may mean. */
  readonly existing: (list: readonly ReferralValues[]) => Promise<readonly ExistingChild[]>;
};

/** Judges a list against the children whom it may mean, and only those. */
export async function judgeTable(
  file: Pick<Extract<ListFile, { kind: 'read' }>, 'rows' | 'notRead'>,
  options: JudgeOptions,
): Promise<JudgedList> {
  const list = await breathing(readingList(file.rows, options));
  const existing =
    list.kind === 'read' ? await options.existing(list.rows.map(({ values }) => values)) : [];
  const judged = await breathing(judgingList(list, existing, options));
  return judged.kind === 'judged'
    ? { ...judged, notRead: [...file.notRead, ...judged.notRead] }
    : judged;
}

const LONGEST_BREATH = 25;

/** Does long work in short breaths: other people's pages are answered in between. */
export async function breathing<Result>(steps: Steps<Result>): Promise<Result> {
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
