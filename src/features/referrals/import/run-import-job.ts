import type { Kysely } from 'kysely';
import { z } from 'zod';
import { type Actor, can } from '../../../domain/access/can.ts';
import { isRole } from '../../../domain/access/roles.data.ts';
import { britishDay } from '../../../domain/calendar/british-time.ts';
import type { JudgedList } from '../../../domain/referrals/judge-list.ts';
import { asActor, type Tx } from '../../../platform/db/as-actor.ts';
import { oneAtATime } from '../../../platform/db/one-at-a-time.ts';
import type { DB } from '../../../platform/db/tables.generated.ts';
import { readMapping } from './import.queries.ts';
import { importList } from './import-list.ts';
import { allReportRows, importContent } from './imports.queries.ts';
import { judgeAgainstRecord } from './judge-against-record.ts';
import { readFile } from './read-file.ts';
import { countsOf, type ReportRow } from './report-rows.ts';
import { RowNotSaved } from './write-plan.ts';

export const importJob = 'referral-import';
const jobData = z.object({ importId: z.string(), serviceId: z.string(), staffId: z.string() });

export type JobTools = {
  readonly now: () => Date;
  /** Whether progress can be written beside the import: the embedded database has one connection, which the import holds. */
  readonly hasSecondConnection: boolean;
  readonly report: (error: unknown) => void;
};

/** An import that stopped for a reason a person can read. */
class Stopped extends Error {}

/** Imports a list as the person who asked for it: all of it in one transaction, or, with the reason kept, nothing. */
export async function runImportJob(db: Kysely<DB>, data: unknown, tools: JobTools): Promise<void> {
  const { importId, serviceId, staffId } = jobData.parse(data);
  const actor = await personOf(db, serviceId, staffId);
  const set = (tx: Tx, values: Parameters<typeof setState>[3]) =>
    setState(tx, actor, importId, values);
  const isMine = await asActor(db, actor, (tx) => set(tx, { status: 'running', done: 0 }));
  if (!isMine) return;
  try {
    await asActor(db, actor, async (tx) => {
      if (!can(actor, 'referral.import'))
        throw new Stopped(`${actor.name} may no longer import lists`);
      // Two lists may hold the same child: the second is judged by what the first has made.
      await oneAtATime(tx, `referral import ${serviceId}`);
      const { rows, notRead } = await judgedNow(tx, actor, importId, tools.now());
      const before = await verdictsBefore(tx, actor, importId);
      const made = await importList(
        tx,
        serviceId,
        { importId, rows, today: britishDay(tools.now()) },
        async (done) => {
          if (tools.hasSecondConnection) await asActor(db, actor, (apart) => set(apart, { done }));
        },
      );
      const report = made.map((row) => saidOtherwise(row, before));
      await set(tx, {
        status: 'done',
        done: rows.length,
        total: rows.length,
        content: null,
        error: null,
        finished_at: tools.now(),
        report: JSON.stringify({
          judgedAt: tools.now().toISOString(),
          counts: countsOf(report),
          notRead,
          rows: report,
        }),
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
  const { importId, serviceId, staffId } = jobData.parse(data);
  const actor = await personOf(db, serviceId, staffId);
  const error =
    'Foothold stopped each time while it imported this list. Nothing was made. Try again; if it happens again, tell whoever runs Foothold';
  await asActor(db, actor, (tx) =>
    setState(tx, actor, importId, { status: 'failed', done: 0, error, finished_at: now }),
  );
}

async function judgedNow(
  tx: Tx,
  actor: Actor,
  importId: string,
  now: Date,
): Promise<Extract<JudgedList, { kind: 'judged' }>> {
  const kept = await importContent(tx, actor.serviceId, importId);
  if (!kept) throw new Stopped('The file is no longer there: upload it again');
  const mapping = readMapping(kept.mapping);
  const file = await readFile(kept.content, kept.file_name, mapping);
  if (file.kind === 'unreadable') throw new Stopped(file.reason);
  const { judged } = await judgeAgainstRecord(tx, actor.serviceId, file, britishDay(now), mapping);
  if (judged.kind !== 'judged')
    throw new Stopped('The columns no longer say enough: map them again');
  return judged;
}

async function verdictsBefore(
  tx: Tx,
  actor: Actor,
  importId: string,
): Promise<ReadonlyMap<number, string>> {
  const rows = await allReportRows(tx, actor.serviceId, importId);
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

type State = {
  readonly status?: string;
  readonly done?: number;
  readonly total?: number;
  readonly content?: null;
  readonly error?: string | null;
  readonly finished_at?: Date;
  readonly report?: string;
};

async function setState(tx: Tx, actor: Actor, importId: string, values: State): Promise<boolean> {
  const result = await tx
    .updateTable('referral_import')
    .set(values)
    .where('service_id', '=', actor.serviceId)
    .where('id', '=', importId)
    .where('status', 'in', ['queued', 'running'])
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

async function personOf(db: Kysely<DB>, serviceId: string, staffId: string): Promise<Actor> {
  const row = await db
    .selectFrom('staff')
    .select(['id', 'service_id', 'name', 'role', 'agency', 'team_id'])
    .where('service_id', '=', serviceId)
    .where('id', '=', staffId)
    .executeTakeFirstOrThrow();
  if (!isRole(row.role)) throw new Error('The person who asked for the import has no known role');
  return {
    staffId: row.id,
    serviceId: row.service_id,
    name: row.name,
    role: row.role,
    agency: row.agency,
    teamId: row.team_id,
  };
}

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
