import { createHash } from 'node:crypto';
import type { Day } from '../domain/calendar/day.ts';
import { importList } from '../features/referrals/import/import-list.ts';
import { importOfHash } from '../features/referrals/import/imports.queries.ts';
import { judgeAgainstRecord } from '../features/referrals/import/judge-against-record.ts';
import { inBatches, keepRows } from '../features/referrals/import/kept-rows.queries.ts';
import { countsOf } from '../features/referrals/import/report-rows.ts';
import { openDatabase } from '../platform/db/connect.ts';
import { migrate } from '../platform/db/migrate.ts';
import { newId } from '../platform/db/new-id.ts';
import { claim } from './claim.ts';
import { type Io, Mend } from './command.ts';
import { databaseOptions, findService } from './open-record.ts';
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
  const database = await openDatabase(databaseOptions(io.env));
  try {
    await migrate(database);
    const serviceId = await findService(database, asked.service);
    if (serviceId === null)
      throw new Mend('There is no service yet: start the server once, or run foothold demo');
    return await database.owner.transaction().execute(async (tx) => {
      await claim(tx, database, serviceId, {
        ...asked,
        permission: 'referral.import',
        work: 'import referrals',
      });
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
      for (const batch of inBatches(report))
        await keepRows(
          tx,
          serviceId,
          importId,
          batch.map((row) => ({ report: row, kept: null })),
        );
      await tx
        .updateTable('referral_import')
        .set({
          status: 'done',
          done: rows.length,
          finished_at: io.now(),
          report: JSON.stringify({
            judgedAt: io.now().toISOString(),
            counts: countsOf(report),
            notRead,
          }),
        })
        .where('service_id', '=', serviceId)
        .where('id', '=', importId)
        .execute();
      return { rows: report, notRead };
    });
  } finally {
    await database.close();
  }
}
