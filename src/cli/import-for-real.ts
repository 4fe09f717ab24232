import { createHash } from 'node:crypto';
import type { Day } from '../domain/calendar/day.ts';
import { importList } from '../features/referrals/import/import-list.ts';
import { importOfHash } from '../features/referrals/import/imports.queries.ts';
import { judgeAgainstRecord } from '../features/referrals/import/judge-against-record.ts';
import { keepReport } from '../features/referrals/import/kept-rows.queries.ts';
import { countsOf, keptReport } from '../features/referrals/import/report-rows.ts';
import { newId } from '../platform/db/new-id.ts';
import { asClaimed } from './claim.ts';
import type { Io } from './command.ts';
import { readKnown } from './read-known.ts';
import { type ListReport, reportOf, rowsOf } from './rows-of.ts';

type Asked = {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly today: Day;
  readonly service: string | undefined;
  readonly as: string | undefined;
};

/** Imports the list in one transaction; when any row fails, nothing of it is made. */
export async function importForReal(asked: Asked, io: Io): Promise<ListReport> {
  return asClaimed(
    io,
    { ...asked, permission: 'referral.import', work: 'import referrals' },
    async (tx, serviceId) => {
      const hash = createHash('sha256').update(asked.bytes).digest('hex');
      const before = await importOfHash(tx, serviceId, hash);
      if (before?.status === 'done') {
        io.note(`${before.file_name} is the same file and was imported before: nothing changes.`);
      }
      const { judged, earlier } = await judgeAgainstRecord(
        tx,
        serviceId,
        await readKnown(tx, serviceId, asked.bytes, asked.fileName),
        asked.today,
        null,
      );
      if (before?.status === 'done') return reportOf(judged, earlier);
      const { rows, notRead } = rowsOf(judged);
      const importId = newId();
      await tx
        .insertInto('referral_import')
        .values({
          service_id: serviceId,
          id: importId,
          file_name: asked.fileName,
          file_hash: hash,
          status: 'running',
          total: rows.length,
        })
        .execute();
      const report = await importList(tx, serviceId, { importId, rows, today: asked.today });
      await keepReport(tx, serviceId, importId, report);
      await tx
        .updateTable('referral_import')
        .set({
          status: 'done',
          done: rows.length,
          finished_at: io.now(),
          report: keptReport(io.now(), countsOf(report), notRead),
        })
        .where('service_id', '=', serviceId)
        .where('id', '=', importId)
        .execute();
      return { rows: report, notRead };
    },
  );
}
