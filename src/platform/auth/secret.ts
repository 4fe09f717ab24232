import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { privateDirectory } from '../db/private-files.ts';
import type { Env } from '../env.ts';

/** The secret that signs sessions: from FOOTHOLD_SECRET, or made once and kept in the data directory of an embedded service. */
export async function readSecret(env: Env): Promise<string> {
  if (env.FOOTHOLD_SECRET) return env.FOOTHOLD_SECRET;
  if (env.DATABASE_URL && !env.FOOTHOLD_DEMO) {
    throw new Error(
      'Set FOOTHOLD_SECRET to a random text of at least 32 characters: every process of a service must share it',
    );
  }
  const file = join(env.FOOTHOLD_DATA, 'secret');
  const known = await readFile(file, 'utf8').catch(() => null);
  if (known) return known.trim();
  privateDirectory(env.FOOTHOLD_DATA);
  const secret = randomBytes(48).toString('base64url');
  await writeFile(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}
