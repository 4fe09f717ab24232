import { parseArgs } from 'node:util';
import { britishDay } from '../domain/calendar/british-time.ts';
import {
  columnKey,
  judgeResultFile,
  RESULT_COLUMNS,
  type ResultFile,
} from '../domain/inspections/judge-result-file.ts';
import { chooseSheet } from '../domain/referrals/choose-sheet.ts';
import type { SourceRow } from '../domain/referrals/map-columns.ts';
import { addResult, publishedLines } from '../features/inspections/results/results-list.ts';
import type { Tx } from '../platform/db/as-actor.ts';
import { readFrameworks } from '../platform/files/read-frameworks.ts';
import { readTable } from '../platform/files/read-table.ts';
import { asClaimed } from './claim.ts';
import { type Command, type Io, Mend } from './command.ts';
import { importOptions, oneFile } from './one-file.ts';
import { readRecord } from './open-record.ts';
import { readBytes } from './read-bytes.ts';

type Judged = Extract<ResultFile, { kind: 'judged' }>;
type Asked = { readonly service: string | undefined; readonly as: string | undefined };

/** Adds published inspection results from a file, or says what adding them would do. */
export const importInspections: Command = {
  help: `foothold import inspections FILE [--dry-run] [--json] [--service CODE] [--as EMAIL]

  FILE            CSV or Excel workbook (.xlsx), one published result a row
  --dry-run       say what would be added, and change nothing; needs no running server
  --json          {"added", "held", "results": [{"line", "service", "published", "contradictions"}]}
  --service CODE  which service’s list, when there are several
  --as EMAIL      add them as this member of staff, who must be allowed to

Columns, in any order: ${RESULT_COLUMNS.required.join(', ')};
and where they are known: ${RESULT_COLUMNS.optional.join(', ')},
and the rating of each standard under its number: 1.1, 2.1, V1.

  published   the day, month or year of the report: 2024-11-05, 2024-11 or 2024
  framework   ${readFrameworks()
    .map(({ id }) => id)
    .join(', ')}
  source      the title or the address of the report

Adding is all or nothing, and the same file again adds nothing. Exit status 1 when a row is bad:
each is named by line, column and mend. What is published and does not follow is added and said.`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: importOptions,
    });
    const file = oneFile(positionals, 'import inspections');
    const table = await readTable(readBytes(file, io), file);
    if (table.kind === 'unreadable') throw new Mend(table.reason);
    const chosen = chooseSheet(table.sheets, ([first]) =>
      (first?.cells ?? []).some((cell) => columnKey(cell) === 'overall_rating'),
    );
    if (chosen.kind === 'unclear') throw new Mend(chosen.reason);
    for (const text of chosen.notRead) io.note(text);
    const asked = { service: values.service, as: values.as };
    const judged = values['dry-run']
      ? await judgeOnly(chosen.rows, asked, io)
      : await add(chosen.rows, asked, io);
    io.out(report(judged, !values['dry-run'], values.json === true));
    return 0;
  },
};

async function judge(tx: Tx, serviceId: string, rows: readonly SourceRow[]): Promise<Judged> {
  const held = (await publishedLines(tx, serviceId)).map(({ published }) => published);
  const judged = judgeResultFile(readFrameworks(), rows, held);
  if (judged.kind === 'judged') return judged;
  throw new Mend(['Nothing was added.', ...judged.problems].join('\n'));
}

const add = (rows: readonly SourceRow[], asked: Asked, io: Io): Promise<Judged> =>
  asClaimed(
    io,
    {
      ...asked,
      today: britishDay(io.now()),
      permission: 'statistics.results',
      work: 'add inspection results',
    },
    async (tx, serviceId) => {
      const judged = await judge(tx, serviceId, rows);
      for (const { result } of judged.fresh) await addResult(tx, { serviceId }, result, null);
      return judged;
    },
  );

const judgeOnly = (rows: readonly SourceRow[], { service }: Asked, io: Io): Promise<Judged> =>
  readRecord(io, service, (tx, serviceId) => judge(tx, serviceId, rows));

function report({ fresh, held }: Judged, isAdded: boolean, json: boolean): string {
  const results = fresh.map(({ line, result, contradictions }) => ({
    line,
    service: result.service,
    published: result.published,
    contradictions,
  }));
  if (json) return JSON.stringify({ added: isAdded ? fresh.length : 0, held, results });
  return [
    ...results.flatMap(({ line, service, published, contradictions }) => [
      `Line ${line}: ${service}, published ${published}`,
      ...contradictions.map((text) => `  does not follow: ${text}`),
    ]),
    `${isAdded ? 'Added' : 'Would add'}: ${fresh.length}; ${held} held already`,
  ].join('\n');
}
