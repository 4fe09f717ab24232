import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { britishDay } from '../domain/calendar/british-time.ts';
import { isDay } from '../domain/calendar/day.ts';
import { judgeTable } from '../features/referrals/import/judge-table.ts';
import { readFile } from '../features/referrals/import/read-file.ts';
import { countsOf, type ReportRow } from '../features/referrals/import/report-rows.ts';
import { type Command, type Io, Mend } from './command.ts';
import { importOptions, oneFile } from './one-file.ts';
import { readBytes } from './read-bytes.ts';
import { type ListReport, reportOf } from './rows-of.ts';

/** Imports a police list, or says what importing it would do. */
export const importReferrals: Command = {
  help: `foothold import referrals FILE [--dry-run] [--json] [--service CODE] [--as EMAIL] [--as-of DATE]

  FILE            CSV (UTF-8, UTF-16 or Windows-1252) or Excel workbook (.xlsx)
  --dry-run       say row by row what would be made, and change nothing; needs no running server
  --json          {"rows": [{"row", "verdict", "reasons", "child"}], "notRead": [text]}
  --service CODE  which service, when there are several
  --as EMAIL      import as this member of staff, who must be allowed to; without it the history
                  says that it was done at the command line
  --as-of DATE    the day that counts as today, as 2026-10-31; only with --dry-run

What of the file is not read (sheets, columns, closing lines) or was hidden by its sender is said
before the rows.

Verdicts: create (a new child and referral), match (a child who is known), hold (a person
decides), refuse (back to the sender; the reason says how to mend it). Importing is all or
nothing, and the same file again changes nothing.`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...importOptions, 'as-of': { type: 'string' } },
    });
    const file = oneFile(positionals, 'import referrals');
    const asOf = values['as-of'];
    if (asOf !== undefined && (!isDay(asOf) || !values['dry-run']))
      throw new Mend('--as-of takes a day such as 2026-10-31, and only with --dry-run');
    const bytes = readBytes(file, io);
    const today = asOf ?? britishDay(io.now());
    const show = ({ rows, notRead }: ListReport, counts: object) =>
      io.out(
        values.json
          ? JSON.stringify({ rows: rows.map(shortRow), notRead, ...counts })
          : asText(rows, notRead),
      );
    if (values['dry-run']) {
      show(await dryRun(bytes, file, today, values.service, io), {});
      return 0;
    }
    const { importForReal } = await import('./import-for-real.ts');
    const made = await importForReal(
      { bytes, fileName: basename(file), today, service: values.service, as: values.as },
      io,
    );
    show(made, { counts: countsOf(made.rows) });
    return 0;
  },
};

async function dryRun(
  bytes: Uint8Array,
  file: string,
  today: string,
  service: string | undefined,
  io: Io,
): Promise<ListReport> {
  const { openRecord } = await import('./open-record.ts');
  const record = await openRecord(io, service);
  if (!record) {
    const { wordingsOfFiles } = await import('./reference-files.ts');
    const table = await readFile(bytes, file, new Map());
    if (table.kind === 'unreadable') throw new Mend(table.reason);
    const judged = await judgeTable(table, {
      today,
      kept: new Map(),
      outcomeWordings: wordingsOfFiles(),
      existing: async () => [],
    });
    return reportOf(judged, new Map());
  }
  const { judgeAgainstRecord } = await import(
    '../features/referrals/import/judge-against-record.ts'
  );
  const { readKnown } = await import('./read-known.ts');
  try {
    return await record.read(async (tx, serviceId) => {
      const { judged, earlier } = await judgeAgainstRecord(
        tx,
        serviceId,
        await readKnown(tx, serviceId, bytes, file),
        today,
        null,
      );
      return reportOf(judged, earlier);
    });
  } finally {
    await record.close();
  }
}

const shortRow = ({ row, verdict, reasons, child }: ReportRow) => ({
  row,
  verdict,
  reasons,
  child,
});

function asText(rows: readonly ReportRow[], notRead: readonly string[]): string {
  const counts = countsOf(rows);
  const lines = rows.map(
    ({ row, verdict, name, reasons }) =>
      `Row ${String(row).padStart(4)}  ${verdict.padEnd(7)} ${name}\n${reasons.map((reason) => `            ${reason}`).join('\n')}`,
  );
  return [
    ...notRead,
    ...(notRead.length > 0 ? [''] : []),
    ...lines,
    '',
    `${rows.length} rows: ${counts.create} create, ${counts.match} match, ${counts.hold} hold, ${counts.refuse} refuse`,
  ].join('\n');
}
