import type { Kysely } from 'kysely';
import { type Actor, can } from '../../../domain/access/can.ts';
import { britishDay } from '../../../domain/calendar/british-time.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import { judgingRows } from '../../../domain/referrals/judge-rows.ts';
import type { JudgedRow } from '../../../domain/referrals/judged-row.ts';
import { asActor, type Tx } from '../../../platform/db/as-actor.ts';
import { oneAtATime } from '../../../platform/db/one-at-a-time.ts';
import type { DB } from '../../../platform/db/tables.generated.ts';
import { existingChildren } from './existing-children.queries.ts';
import { importList } from './import-list.ts';
import { importState, type SetImport, setImport } from './imports.queries.ts';
import { jobData, personOf, Stopped } from './job-person.ts';
import { breathing } from './judge-table.ts';
import { keepReport, keptRows, reportRows } from './kept-rows.queries.ts';
import { keptReport, type ReportRow } from './report-rows.ts';
import { RowNotSaved } from './write-plan.ts';

export const importJob = 'referral-import';

export type JobTools = {
  readonly now: () => Date;
  /** Whether progress can be written beside the import: the embedded database has one connection, which the import holds. */
  readonly hasSecondConnection: boolean;
  readonly report: (error: unknown) => void;
};

/** Imports a list as the person who asked for it: all of it in one transaction, or, with the reason kept, nothing. */
export async function runImportJob(db: Kysely<DB>, data: unknown, tools: JobTools): Promise<void> {
  const { importId, ...asked } = jobData.parse(data);
  const actor = await personOf(db, asked);
  const { serviceId } = actor;
  const set = (tx: Tx, values: SetImport) => setState(tx, actor, importId, values);
  const isMine = await asActor(db, actor, (tx) => set(tx, { status: 'running', done: 0 }));
  if (!isMine) return;
  try {
    await asActor(db, actor, async (tx) => {
      if (!can(actor, 'referral.import'))
        throw new Stopped(`${actor.name} may no longer import lists`);
      // Two lists may hold the same child: the second is judged by what the first has made.
      await oneAtATime(tx, `referral import ${serviceId}`);
      const today = britishDay(tools.now());
      const rows = await judgedNow(tx, serviceId, importId, today);
      const before = await verdictsBefore(tx, actor, importId);
      const made = await importList(tx, serviceId, { importId, rows, today }, async (done) => {
        if (tools.hasSecondConnection) await asActor(db, actor, (apart) => set(apart, { done }));
      });
      const report = made.map((row) => saidOtherwise(row, before));
      await keepReport(tx, serviceId, importId, report);
      const state = await importState(tx, serviceId, importId);
      await set(tx, {
        status: 'done',
        done: rows.length,
        total: rows.length,
        content: null,
        error: null,
        finished_at: tools.now(),
        report: keptReport(tools.now(), report, state?.notRead ?? []),
      });
    });
  } catch (error) {
    if (!(error instanceof Stopped)) tools.report(error);
    await asActor(db, actor, (tx) =>
      set(tx, { status: 'failed', done: 0, error: reasonOf(error), finished_at: tools.now() }),
    );
  }
}

/** Says that a list was given up after the process that imported it had stopped too often. Nothing of it was made. */
export async function loseImportJob(db: Kysely<DB>, data: unknown, now: Date): Promise<void> {
  const { importId, ...asked } = jobData.parse(data);
  const actor = await personOf(db, asked);
  const error =
    'Foothold stopped each time while it imported this list. Nothing was made. Try again; if it happens again, tell whoever runs Foothold';
  await asActor(db, actor, (tx) =>
    setState(tx, actor, importId, { status: 'failed', done: 0, error, finished_at: now }),
  );
}

/** The verdicts that were kept, judged again where the record has changed since. */
async function judgedNow(
  tx: Tx,
  serviceId: string,
  importId: string,
  today: Day,
): Promise<readonly JudgedRow[]> {
  const kept = await keptRows(tx, serviceId, importId);
  if (kept.length === 0) throw new Stopped('The list is no longer there: upload it again');
  const reads = kept.map(({ judged: { row, values }, findings }) => ({
    line: row,
    values,
    findings,
  }));
  const existing = await existingChildren(
    tx,
    serviceId,
    reads.map(({ values }) => values),
  );
  const before = new Map(kept.map((each) => [each.judged.row, each]));
  const verdicts = await breathing(judgingRows(reads, existing, { today }, before));
  return verdicts.map(({ judged }) => judged);
}

async function verdictsBefore(
  tx: Tx,
  actor: Actor,
  importId: string,
): Promise<ReadonlyMap<number, string>> {
  const rows = await reportRows(tx, actor.serviceId, importId);
  return new Map(rows.map(({ row, verdict }) => [row, verdict]));
}

// The record may have changed between the preview and the import: what was shown is then said beside what was done.
function saidOtherwise(row: ReportRow, before: ReadonlyMap<number, string>): ReportRow {
  const said = before.get(row.row);
  if (said === undefined || said === row.verdict) return row;
  return {
    ...row,
    reasons: [`The preview said “${said}”: the record has changed since`, ...row.reasons],
  };
}

const setState = (tx: Tx, { serviceId }: Actor, importId: string, values: SetImport) =>
  setImport(tx, serviceId, { importId, from: ['queued', 'running'] }, values);

function reasonOf(error: unknown): string {
  if (error instanceof Stopped) return error.message;
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
