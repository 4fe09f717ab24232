import type { Kysely } from 'kysely';
import { type Actor, can } from '../../../domain/access/can.ts';
import { britishDay } from '../../../domain/calendar/british-time.ts';
import { asActor, type Tx } from '../../../platform/db/as-actor.ts';
import type { DB } from '../../../platform/db/tables.generated.ts';
import { personOf } from '../../../platform/jobs/job-person.ts';
import { existingChildren } from '../../../record/known/known-children.queries.ts';
import { earlierHolds, outcomeWordings, readMapping } from './import.queries.ts';
import { importContent, type SetImport, setImport } from './imports.queries.ts';
import { judgeTable } from './judge-table.ts';
import { countsKept, eraseOtherRows, eraseRows, inBatches, keepRows } from './kept-rows.queries.ts';
import { jobData, Stopped } from './list-job.ts';
import { readFile } from './read-file.ts';
import { fingerprintOf, keptReport, reportRow } from './report-rows.ts';
import type { JobTools } from './run-import-job.ts';

export const judgeJob = 'referral-judging';

/**
 * Judges a list once and keeps its verdicts as rows. Every step is a transaction of its own and short, for on the embedded
 * database nobody else is answered meanwhile; begun again, it begins from the first row.
 */
export async function runJudgeJob(db: Kysely<DB>, data: unknown, tools: JobTools): Promise<void> {
  const { importId, ...asked } = jobData.parse(data);
  const actor = await personOf(db, asked);
  const { serviceId } = actor;
  const step = <Result>(work: (tx: Tx) => Promise<Result>) => asActor(db, actor, work);
  try {
    const found = await step((tx) => importContent(tx, serviceId, importId));
    if (found?.status !== 'judging') return;
    if (!can(actor, 'referral.import'))
      throw new Stopped(`${actor.name} may no longer import lists`);
    const mapping = readMapping(found.mapping);
    const file = await readFile(found.content, found.file_name, mapping);
    if (file.kind === 'unreadable') throw new Stopped(file.reason);
    const judged = await judgeTable(file, {
      today: britishDay(tools.now()),
      kept: mapping,
      outcomeWordings: await step(outcomeWordings),
      existing: (list) => step((tx) => existingChildren(tx, serviceId, list)),
    });
    if (judged.kind !== 'judged') throw new Stopped('The columns do not say enough');
    const held = judged.rows.filter(({ verdict }) => verdict === 'hold');
    const marks = held.map(({ values }) => fingerprintOf(values));
    const earlier = await step((tx) => earlierHolds(tx, serviceId, marks));
    const rows = judged.kept.map((kept) => ({ kept, report: reportRow(kept.judged, earlier) }));
    const numbers = rows.map((row) => row.report.row);
    await step((tx) => eraseOtherRows(tx, serviceId, importId, numbers));
    let done = 0;
    for (const batch of inBatches(rows)) {
      done += batch.length;
      const isMine = await step(async (tx) => {
        await keepRows(tx, serviceId, importId, batch);
        return setJudging(tx, actor, importId, { total: rows.length, done });
      });
      if (!isMine) return;
    }
    await step(async (tx) => {
      const counts = await countsKept(tx, serviceId, importId);
      await setJudging(tx, actor, importId, {
        status: 'previewed',
        total: rows.length,
        done: 0,
        report: keptReport(tools.now(), counts, judged.notRead),
      });
    });
  } catch (error) {
    if (!(error instanceof Stopped)) tools.report(error);
    await giveUp(db, actor, importId, error instanceof Stopped ? error.message : wentWrong);
  }
}

const wentWrong = 'The list could not be compared with the record. Upload it again';

/** Says that judging a list was given up after the process that did it had stopped too often. */
export async function loseJudgeJob(db: Kysely<DB>, data: unknown): Promise<void> {
  const { importId, ...asked } = jobData.parse(data);
  await giveUp(db, await personOf(db, asked), importId, wentWrong);
}

const giveUp = (db: Kysely<DB>, actor: Actor, importId: string, error: string) =>
  asActor(db, actor, async (tx) => {
    await eraseRows(tx, actor.serviceId, importId);
    await setJudging(tx, actor, importId, { status: 'failed', done: 0, content: null, error });
  });

// Somebody may have put the list aside meanwhile: then nothing of it is kept.
async function setJudging(
  tx: Tx,
  { serviceId }: Actor,
  importId: string,
  values: SetImport,
): Promise<boolean> {
  if (await setImport(tx, serviceId, { importId, from: ['judging'] }, values)) return true;
  if (values.report === undefined && values.status === undefined)
    await eraseRows(tx, serviceId, importId);
  return false;
}
