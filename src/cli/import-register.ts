import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { britishDay } from '../domain/calendar/british-time.ts';
import type { EntryValues } from '../domain/orders/register/entry.ts';
import { MOST_ENTRIES } from '../domain/orders/register/fields.data.ts';
import { fullName } from '../domain/people/display-name.ts';
import { bringIn } from '../features/court/register/bring-in.ts';
import { judgeRegister } from '../features/court/register/judge-register.ts';
import { entriesOf } from '../features/court/register/register.queries.ts';
import { readRegisterFile, takeRegister } from '../features/court/register/take-register.ts';
import type { Tx } from '../platform/db/as-actor.ts';
import { newId } from '../platform/db/new-id.ts';
import { asClaimed } from './claim.ts';
import { type Command, type Io, Mend } from './command.ts';
import { importOptions, oneFile } from './one-file.ts';
import { readRecord } from './open-record.ts';
import { readBytes } from './read-bytes.ts';

type Row = {
  readonly lines: readonly number[];
  readonly state: string;
  readonly reasons: readonly string[];
  readonly values: EntryValues;
};
type Report = { readonly rows: readonly Row[]; readonly notRead: readonly string[] };

/** Brings in a court's register, or says what that would do. */
export const importRegister: Command = {
  help: `foothold import register FILE [--dry-run] [--json] [--service CODE] [--as EMAIL]

  FILE            CSV (UTF-8, UTF-16 or Windows-1252) or Excel workbook (.xlsx): the table of the
                  register that the court sent, with its headings
  --dry-run       say entry by entry what would be made, and change nothing; needs no running server
  --json          {"rows": [{"row", "verdict", "reasons", "child"}], "notRead": [text]}
  --service CODE  which service, when there are several
  --as EMAIL      bring in as this member of staff, who must be allowed to

What of the file is not read, or was hidden by its sender, is said before the entries.

Verdicts: ready (comes in), in (came in), hold (a person decides it in the browser under Court
registers), repeat (the record says it already). One entry that waits hinders no other, and the
same file again changes nothing.`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: importOptions,
    });
    const file = oneFile(positionals, 'import register');
    const asked = { name: basename(file), bytes: readBytes(file, io) };
    const { service, as } = values;
    const report = values['dry-run']
      ? await dryRun(asked, service, io)
      : await forReal(asked, { service, as }, io);
    io.out(values.json ? asJson(report) : asText(report));
    return 0;
  },
};

type File = { readonly name: string; readonly bytes: Uint8Array };

async function readOf(tx: Tx, file: File, today: string) {
  const read = await readRegisterFile(tx, file, today);
  if (read.kind === 'unreadable') throw new Mend(read.reason);
  return read;
}

const dryRun = (file: File, service: string | undefined, io: Io): Promise<Report> =>
  readRecord(
    io,
    service,
    async (tx, serviceId) => {
      const { entries, notRead } = await readOf(tx, file, britishDay(io.now()));
      const judged = await judgeRegister(tx, serviceId, newId(), entries);
      return { rows: judged.map(({ entry, ...verdict }) => ({ ...entry, ...verdict })), notRead };
    },
    'There is no record to compare with: start the server once, or run foothold demo',
  );

const forReal = (
  file: File,
  { service, as }: { readonly service: string | undefined; readonly as: string | undefined },
  io: Io,
): Promise<Report> => {
  const today = britishDay(io.now());
  return asClaimed(
    io,
    { service, as, today, permission: 'register.import', work: 'bring in a register' },
    async (tx, serviceId) => {
      const read = await readOf(tx, file, today);
      const { id, isKnown } = await takeRegister(tx, serviceId, file, read);
      if (isKnown) io.note('This is the very same file as before: what is in stays as it is.');
      await bringIn({ tx, actor: { serviceId }, today }, id);
      const rows = await entriesOf(tx, serviceId, {
        registerId: id,
        limit: MOST_ENTRIES,
        offset: 0,
      });
      return { rows, notRead: read.notRead };
    },
  );
};

const verdictOf = ({ state }: Row) => (state === 'held' ? 'hold' : state);

const asJson = ({ rows, notRead }: Report): string =>
  JSON.stringify({
    rows: rows.map((row) => ({
      row: row.lines[0],
      verdict: verdictOf(row),
      reasons: row.reasons,
      child: {
        surname: row.values.surname,
        forename: row.values.forename,
        dateOfBirth: row.values.dateOfBirth,
      },
    })),
    notRead,
  });

function asText({ rows, notRead }: Report): string {
  const lines = rows.map(
    (row) =>
      `Row ${row.lines.join(', ').padStart(4)}  ${verdictOf(row).padEnd(8)} ${fullName(row.values)}\n${row.reasons.map((reason) => `            ${reason}`).join('\n')}`,
  );
  const many = (state: string) => rows.filter((row) => verdictOf(row) === state).length;
  return [
    ...notRead,
    ...(notRead.length > 0 ? [''] : []),
    ...lines,
    '',
    `${rows.length} entries: ${many('ready') + many('in')} in, ${many('hold')} hold, ${many('repeat')} repeat`,
  ].join('\n');
}
