import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { makeFolder } from '../platform/db/private-files.ts';
import { writeBundle } from '../platform/measures/record-bundle.ts';
import { asTyped } from './as-typed.ts';
import { type Command, Mend } from './command.ts';
import { openRecord } from './open-record.ts';

/** Writes a service's record as a case-level bundle. */
export const exportCaseLevel: Command = {
  help: `foothold export case-level DIR [--service CODE] [--json]

Writes the record of a service to the folder DIR, which must be new or empty, as a case-level bundle: CSV
files that foothold measure reads, and other systems may. Children, homes, education, care, offences,
hearings, outcomes, orders, work, assessments, contacts and people harmed (without their names). Notes,
plans, panels and papers are not in it.

  --service CODE  which service, when there are several
  --json          {"files": [{"file", "rows"}], "leftOut": [{"what", "rows"}]}

The files name children. Keep them where nobody else reads them, and erase them when they have served.`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { service: { type: 'string' }, json: { type: 'boolean' } },
    });
    const [given, ...more] = positionals;
    if (!given || more.length > 0)
      throw new Mend('Name one folder: foothold export case-level DIR');
    const folder = emptyFolder(asTyped(given, io), given);
    const record = await openRecord(io, values.service);
    if (!record) throw new Mend('There is no service yet: start the server once');
    try {
      const written = await record.read((tx, serviceId) => writeBundle(tx, serviceId, folder));
      io.out(
        values.json
          ? JSON.stringify(written)
          : [
              ...written.files.map(({ file, rows }) => `${file}.csv: ${rows} rows`),
              ...written.leftOut.map(({ what, rows }) => `Left out: ${rows} ${what}`),
            ].join('\n'),
      );
      return 0;
    } finally {
      await record.close();
    }
  },
};

function emptyFolder(folder: string, given: string): string {
  try {
    // Only whoever runs the command may look: the files name children.
    makeFolder(folder);
    if (readdirSync(folder).length === 0) return folder;
  } catch (error) {
    throw new Mend(`${given} cannot be written to: ${error instanceof Error ? error.message : ''}`);
  }
  throw new Mend(`${given} is not empty: name a new folder`);
}
