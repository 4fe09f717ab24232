import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { OutcomeWording } from '../domain/referrals/referral-values.ts';

const folder = join(import.meta.dirname, '../../db/reference');

/** The wordings of proposed outcomes as they ship, for judging a list before there is a database. */
export function wordingsOfFiles(): readonly OutcomeWording[] {
  const rows: { label: string; outcome: string }[] = parse(
    readFileSync(join(folder, 'proposed_outcome.csv')),
    { columns: true, bom: true },
  );
  return rows.map(({ label, outcome }) => ({ label, outcome: outcome || null }));
}
