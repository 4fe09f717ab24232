import { britishDay } from '../../../domain/calendar/british-time.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import type { Entry, EntryValues, ResultCode } from '../../../domain/orders/register/entry.ts';
import {
  isDone,
  type Meant,
  planEntry,
  whoIsMeant,
} from '../../../domain/orders/register/judge-entry.ts';
import { indexKnown } from '../../../domain/referrals/known-index.ts';
import { knownFromRecord } from '../../../domain/referrals/known-people.ts';
import { fingerprint } from '../../../domain/text/fingerprint.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { codeLists } from '../../../platform/db/codes.ts';
import { existingChildren } from '../../../record/known/known-children.queries.ts';
import { type EntryState, type KeptEntry, onRecord, saidBefore } from './register.queries.ts';

/** How an entry stands against the record as it is now. */
export type Verdict = {
  readonly state: Extract<EntryState, 'ready' | 'held' | 'repeat'>;
  readonly reasons: readonly string[];
  readonly childId: string | null;
};

export type Judged = Verdict & { readonly entry: Entry; readonly fingerprint: string };

/** The court's codes of results. */
export async function resultCodes(tx: Tx): Promise<readonly ResultCode[]> {
  const { court_result } = await codeLists(tx, ['court_result']);
  return court_result.map(({ code, label, attributes }) => ({
    code,
    label,
    kind: (attributes as Readonly<Record<string, string>> | null)?.kind ?? '',
  }));
}

/** Whom entries mean, among the children whom this person sees. */
export async function meantBy(
  tx: Tx,
  serviceId: string,
  entries: readonly EntryValues[],
): Promise<readonly Meant[]> {
  const known = indexKnown((await existingChildren(tx, serviceId, entries)).map(knownFromRecord));
  return entries.map((values) => whoIsMeant(values, known));
}

/** Judges the entries of a register against the record: which child, which hearing, which results, and what a person must decide. */
export async function judgeRegister(
  tx: Tx,
  serviceId: string,
  registerId: string,
  entries: readonly Entry[],
): Promise<readonly Judged[]> {
  const meant = await meantBy(
    tx,
    serviceId,
    entries.map(({ values }) => values),
  );
  const marks = entries.map(({ values }) => fingerprint(JSON.stringify(values)));
  const before = await saidBefore(tx, serviceId, registerId, marks);
  const records = await onRecord(
    tx,
    serviceId,
    meant.flatMap(({ childId }) => childId ?? []),
  );
  return entries.map((entry, at) => {
    const mark = marks[at] ?? '';
    const who = meant[at];
    const earlier = before.get(mark);
    const record = who?.childId ? records.get(who.childId) : undefined;
    const verdict: Verdict = earlier
      ? { state: 'repeat', reasons: [wasSaid(earlier)], childId: who?.childId ?? null }
      : judged(entry, who, record && planEntry(entry.values, record));
    return { ...verdict, entry, fingerprint: mark };
  });
}

const wasSaid = ({ state, createdAt, note }: Pick<KeptEntry, 'state' | 'createdAt' | 'note'>) => {
  const on = formatDay(britishDay(createdAt));
  if (state === 'in') return `The same came in with the register of ${on}: nothing is made again`;
  return state === 'held'
    ? `The same waits for a person since ${on}: it is decided there`
    : `Decided with the register of ${on}: not ours. ${note}`;
};

function judged(
  { noticed }: Entry,
  who: Meant | undefined,
  plan: ReturnType<typeof planEntry> | undefined,
): Verdict {
  const texts = (holds: boolean) =>
    noticed.filter((each) => each.holds === holds).map(({ says }) => says);
  const childId = who?.childId ?? null;
  const sure = childId && plan ? [who?.reason ?? ''] : [];
  const asks = [...texts(true), ...(plan ? plan.asks : [who?.reason ?? ''])];
  if (asks.length > 0)
    return { state: 'held', childId, reasons: [...asks, ...sure, ...texts(false)] };
  if (plan && isDone(plan))
    return { state: 'repeat', childId, reasons: [...sure, 'The record says all of it already'] };
  return { state: 'ready', childId, reasons: [...sure, ...(plan?.says ?? []), ...texts(false)] };
}
