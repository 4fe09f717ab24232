import type { Kysely } from 'kysely';
import { type Actor, can } from '../../../domain/access/can.ts';
import { britishDay } from '../../../domain/calendar/british-time.ts';
import type { Candidate, JudgedRow } from '../../../domain/referrals/judged-row.ts';
import { childKey } from '../../../domain/referrals/known-people.ts';
import { asActor, type Tx } from '../../../platform/db/as-actor.ts';
import { aloneMeanwhile } from '../../../platform/db/one-at-a-time.ts';
import type { DB } from '../../../platform/db/tables.generated.ts';
import { personOf } from '../../../platform/jobs/job-person.ts';
import type { Decision } from './decided-row.ts';
import { offenceWordings } from './import.queries.ts';
import { planList } from './import-list.ts';
import { importState, type SetImport, setImport } from './imports.queries.ts';
import { judgeAgain, readWaiting } from './judge-again.ts';
import {
  countsKept,
  emptyVerdicts,
  isAnyMade,
  keepRows,
  type WaitingRow,
} from './kept-rows.queries.ts';
import { jobData, Stopped } from './list-job.ts';
import { makeRows, type Step, tryRows } from './make-pieces.ts';
import { watchRecord } from './meanwhile.ts';
import type { RowPlan } from './plan-import.ts';
import { keptReport, type ReportRow } from './report-rows.ts';
import { RowNotSaved } from './write-plan.ts';

export const importJob = 'referral-import';

export type JobTools = {
  readonly now: () => Date;
  /** Whether something can be held beside the work: the embedded database has one connection, and one process. */
  readonly hasSecondConnection: boolean;
  readonly report: (error: unknown) => void;
};

/**
 * Imports a list as the person who asked for it, in short transactions. Every row is tried before the first is made: if one would
 * fail, nothing is made, and the row is named. From then on the import only goes forward, also after the server was stopped.
 */
export async function runImportJob(db: Kysely<DB>, data: unknown, tools: JobTools): Promise<void> {
  const { importId, ...asked } = jobData.parse(data);
  const actor = await personOf(db, asked);
  const { serviceId } = actor;
  const step: Step = (work) => asActor(db, actor, work);
  const set = (values: SetImport) => step((tx) => setState(tx, actor, importId, values));
  if (!(await set({ error: null }))) return;
  try {
    // Two lists may hold the same child: the second is judged by what the first has made.
    const what = `referral import ${serviceId}`;
    await aloneMeanwhile(db, tools.hasSecondConnection ? what : null, async () => {
      const waiting = await readWaiting(step, serviceId, importId);
      const isBegun = await step((tx) => isAnyMade(tx, serviceId, importId));
      if (waiting.length === 0 && !isBegun)
        throw new Stopped('The list is no longer there: upload it again');
      // A row is hidden whose child was named in the preview and is sealed from this person since: it must not be left out unsaid.
      const state = await step((tx) => importState(tx, serviceId, importId));
      if (!isBegun && waiting.length !== state?.total)
        throw new Stopped(
          'A row was put with a record that you may no longer see. Put the list aside and upload it again',
        );
      if (!can(actor, 'referral.import'))
        throw new Stopped(`${actor.name} may no longer import lists`);
      const made = waiting.filter(({ isMade }) => isMade);
      await set({ status: isBegun ? 'making' : 'running', done: made.length });
      const today = britishDay(tools.now());
      const list = { serviceId, importId, today, isBegun };
      const { rows, since, existing } = await judgeAgain(step, list, waiting);
      const children = new Map(
        made.flatMap(({ kept, childId }) => (childId ? [[kept.judged.row, childId] as const] : [])),
      );
      const before = { children, decisions: decisionsOn(rows, waiting) };
      const isMade = new Set(made.map(({ kept }) => kept.judged.row));
      const plan = await step((tx) => planList(tx, serviceId, { importId, rows, today, before }));
      const left = plan.filter(({ judged }) => !isMade.has(judged.row));
      if (!isBegun) await tryRows(step, left, async (done) => void (await set({ done })));
      await set({ status: 'making', done: made.length });
      const context = {
        serviceId,
        today,
        importId,
        wordings: await step((tx) => offenceWordings(tx)),
      };
      const said = verdictsOf(waiting);
      const meanwhile = watchRecord(serviceId, since, existing);
      await makeRows(step, left, context, meanwhile, async (tx, piece, done) => {
        await keepRows(
          tx,
          serviceId,
          importId,
          piece.map((row) => keptAs(row, said)),
        );
        await setState(tx, actor, importId, { done: made.length + done });
      });
      while (await step((tx) => emptyVerdicts(tx, serviceId, importId)));
      await step((tx) => finish(tx, actor, importId, tools.now()));
    });
  } catch (error) {
    if (!(error instanceof Stopped)) tools.report(error);
    await step((tx) => stop(tx, actor, importId, tools.now(), (begun) => reasonOf(error, begun)));
  }
}

/** Says that a list was given up after the process that imported it had stopped too often. */
export async function loseImportJob(db: Kysely<DB>, data: unknown, now: Date): Promise<void> {
  const { importId, ...asked } = jobData.parse(data);
  const actor = await personOf(db, asked);
  await asActor(db, actor, (tx) =>
    stop(tx, actor, importId, now, (isBegun) =>
      isBegun
        ? 'Foothold stopped each time while it imported this list'
        : 'Foothold stopped each time while it imported this list. Nothing was made. Try again; if it happens again, tell whoever runs Foothold',
    ),
  );
}

// What is in stays in, and the rest can be gone on with; where nothing is in, nothing was made.
async function stop(
  tx: Tx,
  actor: Actor,
  importId: string,
  now: Date,
  reason: (isBegun: boolean) => string,
): Promise<void> {
  const isBegun = await isAnyMade(tx, actor.serviceId, importId);
  await setState(tx, actor, importId, {
    ...(isBegun ? { status: 'stopped' } : { status: 'failed', done: 0 }),
    error: reason(isBegun),
    finished_at: now,
  });
}

async function finish(tx: Tx, actor: Actor, importId: string, now: Date): Promise<void> {
  const { serviceId } = actor;
  const state = await importState(tx, serviceId, importId);
  const counts = await countsKept(tx, serviceId, importId);
  await setState(tx, actor, importId, {
    status: 'done',
    done: state?.total ?? 0,
    content: null,
    error: null,
    finished_at: now,
    report: keptReport(now, counts, state?.notRead ?? []),
  });
}

// What was decided of a row stands while nobody is in question who was not then, or is as they were not then; that it is no referral
// stands whoever it is.
function decisionsOn(
  rows: readonly JudgedRow[],
  waiting: readonly WaitingRow[],
): ReadonlyMap<number, Decision> {
  const now = new Map(rows.map((row) => [row.row, row]));
  return new Map(
    waiting.flatMap(({ kept: { judged }, decided, decidedBy, decidedAt, childId }) => {
      if (!decided || !decidedBy || !decidedAt) return [];
      const known = new Set(judged.candidates.map(inQuestion));
      const again = now.get(judged.row);
      const stands =
        decided.kind === 'discarded' ||
        (again?.verdict === 'hold' &&
          again.candidates.every((each) => known.has(inQuestion(each))));
      return [
        [
          judged.row,
          { ...decided, childId, by: decidedBy, at: decidedAt.toISOString(), stands },
        ] as const,
      ];
    }),
  );
}

const inQuestion = ({ child, score }: Candidate) => `${childKey(child)} ${score}`;

const verdictsOf = (waiting: readonly WaitingRow[]): ReadonlyMap<number, string> =>
  new Map(waiting.map(({ kept, verdict }) => [kept.judged.row, verdict]));

// The record may have changed between the preview and the import: what was shown is then said beside what was done.
function keptAs({ report }: RowPlan, before: ReadonlyMap<number, string>) {
  const said = before.get(report.row);
  const isOther = said !== undefined && said !== report.verdict;
  const row: ReportRow = isOther
    ? {
        ...report,
        reasons: [`The preview said “${said}”: the record has changed since`, ...report.reasons],
      }
    : report;
  return { report: row, kept: 'made' as const };
}

const setState = (tx: Tx, { serviceId }: Actor, importId: string, values: SetImport) =>
  setImport(tx, serviceId, { importId, from: ['queued', 'running', 'making'] }, values);

function reasonOf(error: unknown, isBegun: boolean): string {
  if (error instanceof Stopped) return error.message;
  if (isBegun)
    return 'Something went wrong that no row is to blame for. If it happens again, tell whoever runs Foothold';
  if (error instanceof RowNotSaved) {
    const rule = ruleOf(error.cause);
    return `Row ${error.row} could not be saved${rule ? ` (the database’s rule ${rule})` : ''}. Look at that row, mend it in the file and upload it again`;
  }
  return 'Something went wrong that no row is to blame for. Try again; if it happens again, tell whoever runs Foothold';
}

const ruleOf = (cause: unknown): string | null =>
  cause instanceof Error && 'constraint' in cause && typeof cause.constraint === 'string'
    ? cause.constraint
    : null;
