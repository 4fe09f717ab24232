import { hearingFaults } from '../../../domain/orders/hearing.ts';
import type { EntryValues, ResultCode } from '../../../domain/orders/register/entry.ts';
import { becameOf, planEntry } from '../../../domain/orders/register/judge-entry.ts';
import {
  type Differing,
  type OnRecord,
  planResults,
} from '../../../domain/orders/register/plan-results.ts';
import { orRefused } from '../../../platform/db/or-refused.ts';
import type { Writing } from '../../../record/correction-rows.ts';
import { addRow } from '../../../record/rows.ts';
import { hearingsOf } from '../hearings.queries.ts';
import { saveHappened } from '../record-hearing.ts';
import { resultsOf } from '../results.queries.ts';
import { addResult, correctResult, withdrawResult } from '../write-result.ts';
import { onRecord } from './register.queries.ts';

/** What a person decided where the record and the register differ. */
export type Settled = {
  /** Whether a hearing that stands there otherwise is this one. */
  readonly hearing: 'on-record' | 'another' | null;
  /** Which is right where results differ: the register, the record, or both. */
  readonly results: 'register' | 'record' | 'both' | null;
  readonly reason: string;
};

type About = 'decision' | 'hearing' | 'results';

/** Why nothing is made of an entry, and what a person must say first. */
class NotMade extends Error {
  readonly code = 'not-made';
  readonly about: About;
  constructor(reason: string, about: About = 'decision') {
    super(reason);
    this.about = about;
  }
}

const refusals = ['not-made', '23503', '23505', '23514', '42501'] as const;

/** Makes of an entry what it says, or nothing of it: then why, and what to do. */
export async function makeEntry(
  context: Writing,
  values: EntryValues,
  codes: readonly ResultCode[],
  settled: Settled | null,
): Promise<{ readonly hearingId: string } | { readonly reason: string; readonly about: About }> {
  let hearingId = '';
  let why = new NotMade(
    'The record refuses this entry: look at the child’s hearings, then decide it again',
  );
  const refused = await orRefused(context.tx, refusals, async () => {
    try {
      hearingId = await writeEntry(context, values, codes, settled);
    } catch (error) {
      if (error instanceof NotMade) why = error;
      throw error;
    }
  });
  return refused === null ? { hearingId } : { reason: why.message, about: why.about };
}

// The hearing as the pages of hearings record it, and its results.
async function writeEntry(
  context: Writing,
  values: EntryValues,
  codes: readonly ResultCode[],
  settled: Settled | null,
): Promise<string> {
  const { tx, child, today } = context;
  const record = (await onRecord(tx, context.actor.serviceId, [child.id])).get(child.id);
  if (!record)
    throw new NotMade(
      'That record was merged or is no longer to be seen: look for the child again',
    );
  const { hearing: meant } = planEntry(values, record);
  if (meant.kind === 'unclear' && !settled?.hearing) throw new NotMade(meant.reason, 'hearing');
  const ofDay = record.hearings.filter(({ listed_on }) => listed_on === values.heardOn);
  const isOnRecord = meant.kind === 'unclear' && settled?.hearing === 'on-record';
  if (isOnRecord && ofDay.length > 1)
    throw new NotMade(
      'Several hearings of that day are on record: record it there by hand',
      'hearing',
    );
  if (isOnRecord && ofDay[0]?.state === 'vacated')
    throw new NotMade(
      'On record it was taken out of the list: correct that hearing first',
      'hearing',
    );
  const there = meant.kind === 'there' ? meant.id : isOnRecord ? (ofDay[0]?.id ?? null) : null;
  const id = there ?? (await addHearing(context, values, record));
  const hearing = (await hearingsOf(tx, child.id)).find((each) => each.id === id);
  if (!hearing) throw new NotMade('The hearing is no longer there: try again');
  if (hearing.state === 'expected' && values.results.length > 0) {
    const happened = happenedIn(values, codes);
    const faults = hearingFaults(happened, hearing, today);
    if (faults.length > 0) throw new NotMade(faults.map(({ message }) => message).join('; '));
    const saved = await saveHappened(context, hearing, happened);
    if (!('kind' in saved) || saved.kind === 'moved-on')
      throw new NotMade('Somebody has just changed this hearing: try again');
  }
  const results = planResults(values.results, { ...record, hearingId: id });
  if (results.differing.length > 0 && !settled?.results)
    throw new NotMade(results.differing.map(({ says }) => says).join('; '), 'results');
  for (const row of results.add) await addResult(context, id, row);
  for (const each of results.differing) await settle(context, id, each, settled);
  return id;
}

function addHearing(
  { tx, actor, child }: Writing,
  values: EntryValues,
  record: OnRecord,
): Promise<string> {
  const { add } = planResults(values.results, { ...record, hearingId: null });
  return addRow(tx, actor, 'hearing', {
    child_id: child.id,
    court: values.court ?? '',
    listed_on: values.heardOn ?? '',
    listed_at: values.heardAt,
    kind: kindOf(values.kind),
    purpose: values.kind,
    charge_ids: [...new Set(add.flatMap(({ charge_id }) => charge_id ?? []))],
  });
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/first/i, 'first'],
  [/sentenc/i, 'sentence'],
  [/trial/i, 'trial'],
  [/plea/i, 'plea'],
  [/remand|bail/i, 'remand'],
  [/breach/i, 'breach'],
  [/review|applic/i, 'review'],
  [/appeal/i, 'appeal'],
  [/case management|mention/i, 'case-management'],
];

const kindOf = (words: string | null): string =>
  KINDS.find(([pattern]) => pattern.test(words ?? ''))?.[1] ?? 'other';

/** What happened, as the form of a hearing asks it; of what the register does not say nothing. */
function happenedIn(values: EntryValues, codes: readonly ResultCode[]) {
  const kinds = new Map(codes.map(({ code, kind }) => [code, kind]));
  return {
    ...becameOf(values, kinds),
    child_attended: values.attended,
    parent_attended: null,
    social_care_attended: null,
    remand: null,
    remand_conditions: null,
    note: null,
    next_on: values.nextOn,
    next_at: values.nextAt,
    next_kind: values.nextOn ? 'other' : null,
    next_purpose: null,
  };
}

/** What the record said first is kept, as with every correction of a result. */
async function settle(
  context: Writing,
  hearingId: string,
  { gone, said }: Differing,
  settled: Settled | null,
): Promise<void> {
  if (!settled || settled.results === 'record') return;
  const wrong =
    settled.results === 'register'
      ? (await resultsOf(context.tx, context.child.id)).filter(({ id }) => gone.includes(id))
      : [];
  for (const [at, row] of wrong.entries()) {
    const right = said[at];
    if (right) await correctResult(context, row, settled.reason, right);
    else await withdrawResult(context, row, settled.reason);
  }
  for (const row of said.slice(wrong.length)) await addResult(context, hearingId, row);
}
