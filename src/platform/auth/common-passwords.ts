import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const file = join(import.meta.dirname, '../../../db/reference/common-passwords.txt.gz');
let known: ReadonlySet<string> | undefined;

/** The passwords that are guessed first; read when the first password is chosen. */
export function commonPasswords(): ReadonlySet<string> {
  known ??= new Set(gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n'));
  return known;
}
