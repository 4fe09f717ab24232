import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { BackupFault, unsealed } from './container.ts';
import { type Head, type Line, readLine } from './format.ts';
import { adder, type Sum } from './table-rows.ts';

/** What a backup holds: its head, and the sum of each table by its name. */
export type Contents = { readonly head: Head; readonly sums: Readonly<Record<string, Sum>> };

/** Reads a backup to its end and gives what it holds; throws a `BackupFault` unless every byte and every row is as it was written. */
export async function checkBackup(file: string, key: string | null): Promise<Contents> {
  let head: Head | undefined;
  let said: Contents['sums'] | undefined;
  const found: Record<string, ReturnType<typeof adder>> = {};
  let table: ReturnType<typeof adder> | undefined;
  for await (const line of linesOf(file, key)) {
    if (Array.isArray(line)) table?.add(line);
    else if (line.kind === 'head') head = line;
    else if (line.kind === 'table') table = found[line.name] = adder();
    else said = line.sums;
  }
  if (!head || !said) throw new BackupFault('The backup has no beginning or no end');
  const counted = Object.fromEntries(
    Object.entries(found).map(([name, { sum }]): [string, Sum] => [name, sum()]),
  );
  const wrong = differences(said, counted);
  if (wrong.length > 0) throw new BackupFault(`Rows are missing from the backup: ${wrong[0]}`);
  return { head, sums: said };
}

/** The lines of a backup, one after another. */
export async function* linesOf(file: string, key: string | null): AsyncGenerator<Line> {
  const gunzip = createGunzip();
  // A fault before the end of the file reaches whoever reads the lines.
  pipeline(Readable.from(unsealed(createReadStream(file), key)), gunzip, () => undefined);
  let rest = '';
  const decoder = new TextDecoder();
  try {
    for await (const bytes of gunzip) {
      const parts = (rest + decoder.decode(bytes, { stream: true })).split('\n');
      rest = parts.pop() ?? '';
      for (const part of parts) yield readLine(part);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR')
      throw new BackupFault('The file ends too soon: it was not written or copied to its end');
    throw error;
  }
}

/** Tables whose rows are not the same on both sides, each in words. */
export function differences(
  said: Readonly<Record<string, Sum>>,
  found: Readonly<Record<string, Sum>>,
): readonly string[] {
  return [...new Set([...Object.keys(said), ...Object.keys(found)])].flatMap((name) => {
    const [was, is] = [said[name], found[name]];
    return was?.rows === is?.rows && was?.sum === is?.sum
      ? []
      : [`${name} had ${was?.rows ?? 0} rows and now has ${is?.rows ?? 0}`];
  });
}
